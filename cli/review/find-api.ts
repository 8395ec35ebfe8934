import * as z from 'zod';
import { Complaint } from '../complaint.ts';
import { readOutputs } from '../find-stack.ts';

/** The API of a deployed stack. */
export interface DeployedApi {
  /** Ends with `/api/v1`. */
  readonly url: string;
  readonly region: string;
  /** Origin of the inbox bucket, as the API's links name it. */
  readonly store: string;
}

const outputsSchema = z.object({ ApiUrl: z.string(), InboxBucket: z.string().min(1) });

/** As API Gateway names it in every partition; over TLS, since requests carry a session's token. */
const API =
  /^https:\/\/[a-z0-9]+\.execute-api\.(?<region>[a-z0-9-]+)\.(?<suffix>amazonaws\.com(?:\.cn)?)\/\w+\/api\/v1$/u;

/**
 * Finds the API of a stack by its outputs.
 * @throws Complaint when they are not those of a stack of ours that has one
 */
export async function findApi(file: string): Promise<DeployedApi> {
  const { ApiUrl: url, InboxBucket } = await readOutputs(file, outputsSchema);
  const { region, suffix } = API.exec(url)?.groups ?? {};
  if (region && suffix) return { url, region, store: `https://${InboxBucket}.s3.${region}.${suffix}` };
  throw new Complaint({
    zh: `${file} 中的 ApiUrl 不是接口的地址：${url}`,
    en: `ApiUrl in ${file} is not the address of an API: ${url}`,
  });
}
