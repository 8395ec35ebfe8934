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
