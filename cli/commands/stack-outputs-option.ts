import { Option } from 'commander';

/** Without it the commands talk to the cloud that runs on this machine. */
export const stackOutputsOption = () =>
  new Option(
    '--stack-outputs <file>',
    '已部署的堆栈：cdk deploy --outputs-file 写出的文件 a deployed stack: the file that cdk deploy --outputs-file wrote',
  ).env('GOUJI_STACK_OUTPUTS');
