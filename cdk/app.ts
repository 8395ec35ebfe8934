import { synthesize } from './synthesize.ts';

// The CDK CLI runs this file; it passes the folder and the context through the environment.
synthesize();
