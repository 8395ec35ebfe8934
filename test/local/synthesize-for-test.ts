import { synthesize } from '../../cdk/synthesize.ts';

// Run as a process of its own: <folder> <handler's entry>. Tests that only run a template need not load the CDK.
const [outdir, ingestEntry] = process.argv.slice(2);
synthesize(outdir, { region: 'us-east-1', ingestEntry });
