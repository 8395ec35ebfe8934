import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import * as z from 'zod';
import { messageSchema } from '../../checks/finding-schema.ts';
import type { AnswerApi } from '../../local/web/front-request.ts';
import { Complaint } from '../complaint.ts';
import { type Language, say } from '../language.ts';
import { languageOf } from '../options.ts';
import { paint } from '../render/paint.ts';
import { DEFAULT_PORT, portOption } from './port-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

interface ReviewOptions {
  readonly stackOutputs: string;
  readonly port: number;
}

const PAGE = fileURLToPath(new URL('../../web/dist', import.meta.url));

export function reviewCommand(): Command {
  return new Command('review')
    .summary('打开已部署堆栈的网页 the page of a deployed stack')
    .description(
      '在本机提供网页，用您自己的 AWS 凭证为每个请求签名并转给已部署的堆栈，直到按 Ctrl-C。本机运行的那一套请用 gouji start。\nServes the page on this machine and hands its requests to a deployed stack, signed with your own AWS credentials, until Ctrl-C. What runs on this machine has its page by gouji start.',
    )
    .addOption(stackOutputsOption().makeOptionMandatory())
    .addOption(portOption('网页的端口，须在堆栈的 pageOrigins 中 port of the page, among pageOrigins of the stack'))
    .action((options: ReviewOptions, command: Command) => review(options, languageOf(command)));
}

async function review({ stackOutputs, port }: ReviewOptions, language: Language): Promise<void> {
  const { findApi } = await import('../review/find-api.ts');
  const { url, region, store } = await findApi(stackOutputs);
  const { findFreePort } = await import('../../local/find-free-port.ts');
  const free = await findFreePort(port);
  // Another port would be another origin, which the inbox does not let in.
  if (port !== 0 && free !== port) {
    throw new Complaint({
      zh: `端口 ${port} 已被占用。请先结束占用它的程序，或用 --port 另选一个（须在堆栈的 pageOrigins 中，否则不能上传）。`,
      en: `Port ${port} is taken. End what uses it, or choose another by --port, which has to be among pageOrigins of the stack for uploads to work.`,
    });
  }
  const { buildPage } = await import('../../web/build.ts');
  const { startFront } = await import('../../local/web/start-front.ts');
  const { answerByStack } = await import('../review/answer-by-stack.ts');
  const { S3Client } = await import('@aws-sdk/client-s3');
  await buildPage();
  // Only for what a client brings along: the chain that finds the caller's credentials, and renews them.
  const { credentials, sha256 } = new S3Client({ region }).config;
  const answerApi = answerByStack({ url, region, credentials, sha256 });
  const front = await startFront({
    port: free,
    page: PAGE,
    answerApi,
    store,
    onFault: (fault) => console.error(paint.bad(fault instanceof Error ? fault.message : String(fault))),
  });
  const tell = (zh: string, en: string) => console.log(language === 'zh' ? zh : en);
  tell(`网页       ${front.endpoint}/  在浏览器中打开`, `page       ${front.endpoint}/  open it in a browser`);
  tell(`接口       ${url}`, `API        ${url}`);
  if (free !== DEFAULT_PORT) {
    tell(
      `上传       需要堆栈的 pageOrigins 含有 ${front.endpoint}`,
      `uploads    need ${front.endpoint} among pageOrigins of the stack`,
    );
  }
  const who = await askWho(answerApi);
  if ('name' in who) tell(`用户       ${who.name}`, `user       ${who.name}`);
  else console.error(paint.bad(say(who.message, language)));
  tell('按 Ctrl-C 停止', 'Ctrl-C stops');
}

const whoSchema = z.union([z.object({ name: z.string() }), z.object({ message: messageSchema })]);

/** Asked once at the start, so that whoever lacks a right or a login reads it before they open the page. */
async function askWho(answerApi: AnswerApi): Promise<z.infer<typeof whoSchema>> {
  const request = { method: 'GET', path: '/api/v1/me', query: new URLSearchParams(), headers: new Headers() };
  const { status, body } = await answerApi({ ...request, body: Buffer.alloc(0) });
  try {
    return whoSchema.parse(JSON.parse(Buffer.from(body).toString()));
  } catch {
    return { message: { zh: `接口回答了 ${status}。`, en: `The API answered ${status}.` } };
  }
}
