import { LOCAL, type PhysicalResource } from './physical-names.ts';

/** Turns a template value with CloudFormation's functions in it into a plain one. */
export type Resolve = (value: unknown) => unknown;

/**
 * A resolver over the named resources. It knows `Ref`, `Fn::GetAtt`, `Fn::Join`, `Fn::Sub` and the pseudo parameters.
 * @throws Error from the resolver, for a function or a name it does not know
 */
export function resolverFor(stackName: string, resources: ReadonlyMap<string, PhysicalResource>): Resolve {
  const pseudo: Record<string, string> = {
    'AWS::Region': LOCAL.region,
    'AWS::AccountId': LOCAL.account,
    'AWS::Partition': LOCAL.partition,
    'AWS::URLSuffix': LOCAL.urlSuffix,
    'AWS::StackName': stackName,
  };

  const ref = (name: unknown): string => {
    const value = pseudo[String(name)] ?? resources.get(String(name))?.ref;
    if (value === undefined) throw new Error(`The template refers to ${name}, which is not in it`);
    return value;
  };
  const attribute = (path: readonly string[]): string => {
    const [logicalId = '', ...names] = path;
    const value = resources.get(logicalId)?.attributes[names.join('.')];
    if (value === undefined) throw new Error(`The local cloud does not know the attribute ${path.join('.')}`);
    return value;
  };
  const substitute = (text: string): string =>
    text.replaceAll(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
      if (literal) return whole.replace('!', '');
      return name.includes('.') ? attribute(name.split('.')) : ref(name);
    });

  const apply = (name: string, argument: unknown): unknown => {
    if (name === 'Ref') return ref(argument);
    if (name === 'Fn::GetAtt') return attribute(Array.isArray(argument) ? argument : String(argument).split('.'));
    if (name === 'Fn::Sub' && typeof argument === 'string') return substitute(argument);
    if (name === 'Fn::Join' && Array.isArray(argument)) {
      const [separator, parts] = argument;
      return [resolve(parts)].flat().map(String).join(String(separator));
    }
    throw new Error(`The local cloud does not know ${name} in this form: ${JSON.stringify(argument)}`);
  };

  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    const [[name, argument] = ['', undefined]] = entries;
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) return apply(name, argument);
    return Object.fromEntries(entries.map(([key, inner]) => [key, resolve(inner)]));
  };
  return resolve;
}
