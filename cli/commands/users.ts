import { Command, Option } from 'commander';
import { ROLES, type Role } from '../../records/contract/api/roles.ts';
import { userSchema } from '../../records/user.ts';
import { Complaint } from '../complaint.ts';
import { EXIT } from '../exit.ts';
import type { StackChoice } from '../find-stack.ts';
import { say } from '../language.ts';
import { languageOf } from '../options.ts';
import { lineUp } from '../render/columns.ts';
import type { Stores } from '../stores.ts';
import { dataDirOption } from './data-dir-option.ts';
import { stackOutputsOption } from './stack-outputs-option.ts';

const ROLE_NAMES: Readonly<Record<Role, { zh: string; en: string }>> = {
  reader: { zh: '只读', en: 'reader' },
  reviewer: { zh: '审核', en: 'reviewer' },
  approver: { zh: '审批', en: 'approver' },
  office: { zh: '政务公开办', en: 'office' },
};

interface AddOptions extends StackChoice {
  readonly name: string;
  readonly role: Role;
  readonly office?: string;
}

export function usersCommand(): Command {
  return new Command('users')
    .summary('谁可以使用接口和网页 who may use the API and the page')
    .description(
      '管理接口的用户。不在名单中的人什么也做不了，即使有调用权限。\nKeeps the users of the API. Whoever is not among them may do nothing, even with the right to call it.',
    )
    .addCommand(listing(), { isDefault: true })
    .addCommand(adding())
    .addCommand(removing());
}

function listing(): Command {
  return subcommand('list')
    .summary('列出用户 list them')
    .action((stack: StackChoice, command: Command) =>
      withStores(stack, async ({ users }) => {
        const all = await users.all();
        const language = languageOf(command);
        const rows = all.map(({ name, role, office, principal }) => [
          name,
          say(ROLE_NAMES[role], language),
          office ?? '',
          principal,
        ]);
        const nobody = {
          zh: '还没有用户。用 gouji users add 添加。',
          en: 'No users yet. Add one with gouji users add.',
        };
        console.log(rows.length === 0 ? say(nobody, language) : lineUp(rows).join('\n'));
      }),
    );
}

function adding(): Command {
  return subcommand('add')
    .summary('添加或修改 add one, or change one')
    .argument(
      '<principal>',
      'IAM 用户的 ARN、带会话名的角色（arn:…:assumed-role/角色/会话）或 oidc:令牌的 sub ARN of an IAM user, of an assumed role with its session, or oidc: and the subject of a token',
    )
    .requiredOption('--name <name>', '姓名，写入决定和通知书 as decisions and letters are signed')
    .addOption(new Option('--role <role>', '权限 what they may do').choices(ROLES).makeOptionMandatory())
    .option('--office <office>', '所属政务公开办，office 必填 the office, which the role office needs')
    .action((principal: string, options: AddOptions, command: Command) => {
      const { name, role, office = null } = options;
      const user = userSchema.safeParse({ principal, name, role, office });
      if (!user.success || !isPrincipal(principal)) throw refusal(role, office);
      return withStores(options, async ({ users }) => {
        await users.keep(user.data);
        tell({ zh: `已保存：${name}（${say(ROLE_NAMES[role], 'zh')}）`, en: `Saved: ${name} (${role})` }, command);
      });
    });
}

function removing(): Command {
  return subcommand('remove')
    .summary('移除 remove one')
    .argument('<principal>', '如 gouji users list 所列 as gouji users list shows it')
    .action((principal: string, stack: StackChoice, command: Command) =>
      withStores(stack, async ({ users }) => {
        if (await users.remove(principal)) {
          tell({ zh: `已移除：${principal}`, en: `Removed: ${principal}` }, command);
          return;
        }
        console.error(say({ zh: `没有这个用户：${principal}`, en: `No such user: ${principal}` }, languageOf(command)));
        process.exitCode = EXIT.usage;
      }),
    );
}

/** As API Gateway names who asks. A role's own ARN never comes, and would let in nobody. */
const isPrincipal = (text: string) =>
  /^arn:[\w-]+:(?:iam::\d{12}:user|sts::\d{12}:assumed-role\/[\w+=,.@-]+)\/\S+$/u.test(text) ||
  /^oidc:\S+$/u.test(text);

function refusal(role: Role, office: string | null): Complaint {
  if (role === 'office' && office === null) {
    return new Complaint({ zh: 'office 需要 --office 说明是哪个政务公开办。', en: 'The role office needs --office.' });
  }
  return new Complaint({
    zh: '用户应为 IAM 用户的 ARN、arn:…:assumed-role/角色/会话 或 oidc:…；姓名和政务公开办不能太长或含有斜杠。',
    en: 'A user is the ARN of an IAM user, arn:…:assumed-role/ROLE/SESSION or oidc:…; name and office are short, an office without slashes.',
  });
}

const tell = (said: { zh: string; en: string }, command: Command) => console.log(say(said, languageOf(command)));

async function withStores(stack: StackChoice, use: (stores: Stores) => Promise<void>): Promise<void> {
  // Loaded only here: the SDK would double the time in which the other commands start.
  const { openStores } = await import('../stores.ts');
  const stores = await openStores(stack);
  try {
    await use(stores);
  } finally {
    stores.close();
  }
}

/** Settings are not handed down to the commands of a command. */
function subcommand(name: string): Command {
  return new Command(name)
    .addOption(dataDirOption())
    .addOption(stackOutputsOption())
    .showHelpAfterError('（gouji users --help 查看用法 / see gouji users --help）')
    .exitOverride();
}
