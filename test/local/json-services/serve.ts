import { onTestFinished } from 'vitest';
import { JsonServer, type JsonService } from '../../../local/json-services/json-server.ts';
import { LOCAL } from '../../../local/template/physical-names.ts';

/** A server with one service, gone after the test, and what a client of it is made with. */
export async function serve(name: string, service: JsonService) {
  const faults: unknown[] = [];
  const server = await JsonServer.start(0, (fault) => faults.push(fault));
  onTestFinished(() => server.close());
  server.serve(name, service);
  const credentials = { accessKeyId: 'somebody', secretAccessKey: 'secret' };
  return { faults, config: { endpoint: server.endpoint, region: LOCAL.region, credentials, maxAttempts: 1 } };
}
