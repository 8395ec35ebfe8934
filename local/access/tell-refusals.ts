import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from './access-control.ts';

/** Write each refusal into the log of the function that was refused, and tell of it: the stack forgot a right. */
export function tellRefusals(logs: string, onFault: (fault: unknown) => void): (refusal: Refusal) => void {
  return ({ functionName, roleArn, action, resource }) => {
    const line = JSON.stringify({ level: 'ERROR', message: 'the role lacks a right', role: roleArn, action, resource });
    appendFile(join(logs, `${functionName}.log`), `${line}\n`).catch(onFault);
    onFault(new Error(`The role ${roleArn} of ${functionName} lacks a right: ${action} on ${resource}`));
  };
}
