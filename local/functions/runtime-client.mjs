// Runs one handler the way Lambda's Node runtime does, and speaks its Runtime API. It starts in a process of its own,
// in the folder of the bundled code, and knows only what the environment tells it.
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API, _HANDLER = '', LAMBDA_TASK_ROOT = '.' } = process.env;
const agent = new Agent({ keepAlive: true });

// Standard input stays open as long as whoever started us lives.
process.stdin.on('end', () => process.exit(0)).resume();

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const url = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/${path}`;
    const sent = request(url, { method, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function describeError(fault) {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  return JSON.stringify({
    errorType: error.name,
    errorMessage: error.message,
    stackTrace: error.stack?.split('\n') ?? [],
  });
}

async function loadHandler() {
  const dot = _HANDLER.lastIndexOf('.');
  const [file, name] = [_HANDLER.slice(0, dot), _HANDLER.slice(dot + 1)];
  const path = ['.mjs', '.js', '.cjs'].map((ending) => join(LAMBDA_TASK_ROOT, file + ending)).find(existsSync);
  if (!path) throw Object.assign(new Error(`Cannot find module '${file}'`), { name: 'Runtime.ImportModuleError' });
  const handler = (await import(pathToFileURL(path).href))[name];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${_HANDLER} is undefined or not exported`), { name: 'Runtime.HandlerNotFound' });
  }
  return handler;
}

function describeInvocation(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

async function run() {
  const handler = await loadHandler().catch(async (fault) => {
    console.error(fault);
    await call('POST', 'init/error', describeError(fault));
    process.exit(1);
  });
  for (;;) {
    const { headers, text } = await call('GET', 'invocation/next');
    const context = describeInvocation(headers);
    try {
      const answer = await handler(JSON.parse(text), context);
      await call('POST', `invocation/${context.awsRequestId}/response`, JSON.stringify(answer ?? null));
    } catch (fault) {
      console.error(fault);
      await call('POST', `invocation/${context.awsRequestId}/error`, describeError(fault));
    }
  }
}

run().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
