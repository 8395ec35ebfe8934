import { InvalidArgumentError, Option } from 'commander';

export const DEFAULT_PORT = 8787;

/** Of the page, on this machine. */
export const portOption = (description = '网页的端口，被占用时换一个 port of the page, another one if it is taken') =>
  new Option('--port <n>', description).env('GOUJI_PORT').default(DEFAULT_PORT).argParser(readPort);

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('端口是 0 到 65535 的整数 a port is a whole number up to 65535');
}
