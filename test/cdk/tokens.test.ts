import { describe, expect, test } from 'vitest';
import { resourceOf, resourcesOf, synthesizeTemplate } from './unbundled.ts';

const OIDC = { oidcIssuer: 'https://login.example.gov.cn/', oidcAudience: 'gouji' } as const;

describe('with an issuer of tokens', () => {
  const { template, text } = synthesizeTemplate({ region: 'cn-north-1', ...OIDC });
  const [tokens, { Properties: lambda }] = resourceOf(template, 'AWS::Lambda::Function', 'Tokens');
  const [authorizer, { Properties: asked }] = resourceOf(template, 'AWS::ApiGateway::Authorizer');
  const methods = resourcesOf(template, 'AWS::ApiGateway::Method').map(([, { Properties }]) => Properties);

  test('signed requests get in as before, and tokens by a path of their own to the same function', () => {
    expect(methods.map(({ AuthorizationType }) => AuthorizationType).sort()).toEqual(['AWS_IAM', 'CUSTOM']);
    const [integration, ...others] = new Set(methods.map(({ Integration }) => JSON.stringify(Integration)));
    expect([integration, others]).toEqual([expect.stringContaining('ApiHandlerFunction'), []]);
    const byToken = methods.find(({ AuthorizationType }) => AuthorizationType === 'CUSTOM');
    expect(byToken?.AuthorizerId).toEqual({ Ref: authorizer });
    expect(pathOf(byToken?.ResourceId)).toBe('/oidc/api/v1/{proxy+}');
    expect(JSON.stringify(template.Outputs.OidcApiUrl)).toContain('/oidc/api/v1"');
  });

  test('what looks like no token costs no call, and a token is looked at again after a minute', () => {
    expect(asked).toMatchObject({
      Type: 'TOKEN',
      IdentitySource: 'method.request.header.Authorization',
      AuthorizerResultTtlInSeconds: 60,
    });
    expect(JSON.stringify(asked.AuthorizerUri)).toContain(tokens);
    const bearer = new RegExp(String(asked.IdentityValidationExpression), 'u');
    expect(
      ['Bearer eyJh.eyJz-_.x_-Y', 'Bearer ', 'Bearer a b', 'Basic eDp5', 'x Bearer a', ''].map((one) =>
        bearer.test(one),
      ),
    ).toEqual([true, false, false, false, false, false]);
  });

  test('the function knows whom it trusts, and may do nothing but write its log', () => {
    expect(lambda.Environment).toEqual({
      Variables: {
        OIDC_ISSUER: OIDC.oidcIssuer,
        OIDC_AUDIENCE: OIDC.oidcAudience,
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    const [log] = resourceOf(template, 'AWS::Logs::LogGroup', 'Tokens');
    expect(resourceOf(template, 'AWS::IAM::Policy', 'Tokens')[1].Properties.PolicyDocument).toMatchObject({
      Statement: [
        {
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Effect: 'Allow',
          Resource: { 'Fn::GetAtt': [log, 'Arn'] },
        },
      ],
    });
    const [[, call] = [], ...others] = resourcesOf(template, 'AWS::Lambda::Permission').filter(
      ([, { Properties }]) =>
        JSON.stringify(Properties.FunctionName) === JSON.stringify({ 'Fn::GetAtt': [tokens, 'Arn'] }),
    );
    expect([call?.Properties.Principal, others]).toEqual(['apigateway.amazonaws.com', []]);
    expect(JSON.stringify(call?.Properties.SourceArn)).toContain(`"/authorizers/",{"Ref":"${authorizer}"}`);
  });

  test('the policy for people reaches signed requests only', () => {
    const [, policy] = resourceOf(template, 'AWS::IAM::ManagedPolicy', 'UserPolicy');
    expect(JSON.stringify(policy.Properties)).toContain('/*/api/v1/*"');
    expect(JSON.stringify(policy.Properties)).not.toContain('oidc');
  });

  test('nothing in it is missing in AWS China', () => {
    expect(text).not.toMatch(/cognito/i);
  });

  function pathOf(id: unknown): string {
    const [ref] = Object.values(Object(id));
    const resource = template.Resources[String(ref)];
    return resource?.Type === 'AWS::ApiGateway::Resource'
      ? `${pathOf(resource.Properties.ParentId)}/${resource.Properties.PathPart}`
      : '';
  }
});

test('its keys are looked for where the settings say', () => {
  const oidcJwksUri = 'https://login.example.gov.cn/keys';
  const { template } = synthesizeTemplate({ ...OIDC, oidcJwksUri });
  const [, { Properties }] = resourceOf(template, 'AWS::Lambda::Function', 'Tokens');
  expect(Properties.Environment).toMatchObject({ Variables: { OIDC_JWKS_URI: oidcJwksUri } });
});

test('without one there is no way in but by signature', () => {
  const { text } = synthesizeTemplate({});
  expect(text).not.toMatch(/oidc|authorizer"|CUSTOM/i);
});

test.each([
  ['an issuer for anybody', { oidcIssuer: OIDC.oidcIssuer }, /given together/],
  ['an audience of nobody', { oidcAudience: OIDC.oidcAudience }, /given together/],
  ['keys of nobody', { oidcJwksUri: 'https://login.example.gov.cn/keys' }, /without oidcIssuer/],
  ['an issuer without TLS', { ...OIDC, oidcIssuer: 'http://login.example.gov.cn/' }, /oidcIssuer/],
  ['keys without TLS', { ...OIDC, oidcJwksUri: 'http://login.example.gov.cn/keys' }, /oidcJwksUri/],
  ['an empty audience', { ...OIDC, oidcAudience: '' }, /oidcAudience/],
])('%s is refused', (_, options, reason) => {
  expect(() => synthesizeTemplate(options)).toThrow(reason);
});
