import { LOCAL } from './physical-names.ts';
import type { Found } from './read-resources.ts';
import * as schemas from './resource-schemas.ts';
import type { RouteWiring } from './wiring.ts';

const EXECUTE_API = `arn:${LOCAL.partition}:execute-api:${LOCAL.region}:${LOCAL.account}`;

/**
 * Read which function answers which path of the template's REST API.
 * @throws Error when a method hangs on nothing, or when its integration names no function
 */
export function readRoutes(found: readonly Found[]): RouteWiring[] {
  const ofType = (type: string) => found.filter((one) => one.type === `AWS::ApiGateway::${type}`);
  const roots = new Set(
    ofType('RestApi').map(({ physical, properties }) => {
      schemas.restApiSchema.parse(properties);
      return physical.attributes.RootResourceId;
    }),
  );
  const resources = new Map(
    ofType('Resource').map(({ physical, properties }) => [physical.ref, schemas.apiResourceSchema.parse(properties)]),
  );
  const stages = ofType('Stage').map(({ properties }) => schemas.apiStageSchema.parse(properties));
  const pathOf = (id: string): string => {
    if (roots.has(id)) return '';
    const resource = resources.get(id);
    if (!resource) throw new Error(`The resource ${id} of an API is not in the template`);
    return `${pathOf(resource.ParentId)}/${resource.PathPart}`;
  };
  return ofType('Method').map(({ properties }) => {
    const { RestApiId, ResourceId, HttpMethod, Integration } = schemas.apiMethodSchema.parse(properties);
    const path = pathOf(ResourceId);
    const stage = stages.find((one) => one.RestApiId === RestApiId);
    const functionArn = /\/functions\/(?<arn>arn:[^/]+)\/invocations$/u.exec(Integration.Uri)?.groups?.arn;
    if (!functionArn || !stage) throw new Error(`The method ${HttpMethod} ${path} leads to no function`);
    const sourceArn = `${EXECUTE_API}:${RestApiId}/${stage.StageName}/${HttpMethod}${path}`;
    return { method: HttpMethod, path, functionArn, sourceArn };
  });
}
