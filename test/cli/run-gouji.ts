import { spawn } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a person would, in the project's folder, without colours. */
export const runGouji = (...args: string[]): Promise<Ran> => runGoujiWith({}, ...args);

export function runGoujiWith(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(PROJECT, 'cli/gouji.js'), ...args], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...environment },
    timeout: 60_000,
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}
