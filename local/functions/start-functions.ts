import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Closers } from '../closers.ts';
import type { Endpoints } from '../endpoints.ts';
import type { FunctionWiring } from '../template/wiring.ts';
import { describeEnvironment } from './describe-environment.ts';
import { FunctionPool } from './function-pool.ts';
import { RuntimeApi } from './runtime-api.ts';

/**
 * Make every function of the template ready to be called. Processes are started by the first events.
 * @returns the functions by name
 */
export async function startFunctions(
  wiring: readonly FunctionWiring[],
  { endpoints, logs, closers }: { endpoints: Endpoints; logs: string; closers: Closers },
): Promise<Map<string, FunctionPool>> {
  const api = await RuntimeApi.start();
  closers.add(() => api.close());
  await mkdir(logs, { recursive: true });
  const pools = new Map<string, FunctionPool>();
  for (const one of wiring) {
    const log = await open(join(logs, `${one.name}.log`), 'a');
    closers.add(() => log.close());
    const environment = describeEnvironment(one, endpoints);
    const pool = new FunctionPool({ wiring: one, environment, api, log: log.fd });
    closers.add(() => pool.stop());
    pools.set(one.name, pool);
  }
  return pools;
}
