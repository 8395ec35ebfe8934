import { S3Client } from '@aws-sdk/client-s3';
import { emptyBucket } from './empty-bucket.ts';
import { readDisposableStack } from './read-disposable-stack.ts';

// `npm run empty -- outputs.json`, before `cdk destroy` of a development stack (docs/deploy.md).
const [file = 'outputs.json'] = process.argv.slice(2);
const s3 = new S3Client();
for (const bucket of readDisposableStack(file)) {
  console.log(`${bucket}: ${await emptyBucket(s3, bucket)} versions deleted`);
}
