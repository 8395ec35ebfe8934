import type { Assembly } from '../../local/template/read-assembly.ts';
import type { Resource, Template } from '../../local/template/template.ts';

/** The same assembly with a changed copy of its template. */
export function editTemplate(assembly: Assembly, edit: (template: Template) => void): Assembly {
  const template = structuredClone(assembly.template);
  edit(template);
  return { ...assembly, template };
}

/** The logical ids and resources of a type. */
export function findResources(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.Resources).filter(([, { Type }]) => Type === type);
}

/** Set properties of every resource of a type. */
export function setProperties(template: Template, type: string, properties: Record<string, unknown>): void {
  for (const [, resource] of findResources(template, type)) Object.assign(resource.Properties, properties);
}

/** Set variables of the one function whose logical id begins so; undefined takes one away. */
export function setEnvironment(
  template: Template,
  start: string,
  variables: Readonly<Record<string, string | undefined>>,
): void {
  const [[, found] = [], ...others] = findResources(template, 'AWS::Lambda::Function').filter(([id]) =>
    id.startsWith(start),
  );
  const environment = found?.Properties.Environment;
  if (others.length > 0 || !environment || typeof environment !== 'object' || !('Variables' in environment))
    throw new Error(`There is not exactly one function ${start}… with variables`);
  const all = Object.entries({ ...Object(environment.Variables), ...variables });
  environment.Variables = Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

const LATER_CLOCK = new URL('later-clock.mjs', import.meta.url).href;

/** Has a function believe that it is so much later. */
export function setClockForward(template: Template, start: string, seconds: number): void {
  const options = `--enable-source-maps --import ${LATER_CLOCK}`;
  setEnvironment(template, start, { NODE_OPTIONS: options, TEST_LATER_SECONDS: String(seconds) });
}

/** Take an action from the role of the function whose logical id begins so. */
export function takeRight(template: Template, start: string, action: string): void {
  for (const [id, { Properties }] of findResources(template, 'AWS::IAM::Policy')) {
    const { PolicyDocument: document } = Properties;
    if (!id.startsWith(start) || !document || typeof document !== 'object') continue;
    if (!('Statement' in document) || !Array.isArray(document.Statement)) continue;
    document.Statement = document.Statement.filter(({ Action }) => ![Action].flat().includes(action));
  }
}

/** The same wiring with times that suit a test: a failed message is tried again soon, and only once. */
export function hurry(assembly: Assembly): Assembly {
  return editTemplate(assembly, (template) => {
    setProperties(template, 'AWS::Lambda::Function', { Timeout: 5 });
    // Longer than the function may run: else the next try begins while the last one is being ended.
    setProperties(template, 'AWS::SQS::Queue', { VisibilityTimeout: 7 });
    for (const [, { Properties }] of findResources(template, 'AWS::SQS::Queue')) {
      const { RedrivePolicy: policy } = Properties;
      if (policy && typeof policy === 'object') Object.assign(policy, { maxReceiveCount: 2 });
    }
  });
}
