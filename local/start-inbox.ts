import { S3Client } from '@aws-sdk/client-s3';
import type { Closers } from './closers.ts';
import { LOCAL_CREDENTIALS } from './functions/describe-environment.ts';
import { uploadSamples } from './inbox/upload-samples.ts';
import { UploadedFiles } from './inbox/uploaded-files.ts';
import { type InboxWatch, watchInbox } from './inbox/watch-inbox.ts';
import { LOCAL } from './template/physical-names.ts';

interface InboxOptions {
  readonly s3: string;
  /** The stack's outputs, which say where uploads go. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly memory: string;
  readonly samples: string | undefined;
  readonly onUpload: (key: string) => void;
  readonly onFault: (fault: unknown) => void;
  readonly closers: Closers;
}

/** Upload the samples, when asked for, and from then on whatever is dropped into the inbox folder. */
export async function startInbox(options: InboxOptions): Promise<InboxWatch> {
  const { outputs, folder, samples, onUpload, onFault, closers } = options;
  const { InboxBucket: bucket, InboxPrefix: keyPrefix } = outputs;
  if (!bucket || keyPrefix === undefined)
    throw new Error('The template must have the outputs InboxBucket and InboxPrefix');
  const client = new S3Client({
    endpoint: options.s3,
    region: LOCAL.region,
    credentials: { ...LOCAL_CREDENTIALS },
    forcePathStyle: true,
  });
  closers.add(async () => client.destroy());
  const uploaded = await UploadedFiles.open(options.memory);
  closers.add(() => uploaded.close());
  const target = { client, bucket, uploaded };
  if (samples) for (const key of await uploadSamples(samples, keyPrefix, target)) onUpload(key);
  const watch = await watchInbox({ ...target, folder, keyPrefix, onUpload, onFault });
  closers.add(() => watch.stop());
  return watch;
}
