// Lint rules of our own, for what oxlint cannot express yet. Each says in its message what to do instead.

/** `a.b` as the two names, or undefined for anything computed. */
function memberNames(node) {
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  return node.object.type === 'Identifier' ? [node.object.name, node.property.name] : undefined;
}

const isLiteral = (node) =>
  node.type === 'Literal' ||
  (node.type === 'TemplateLiteral' && node.expressions.length === 0) ||
  (node.type === 'UnaryExpression' && isLiteral(node.argument));

/** Whether a call chain such as `eb.ref('payload', '->').key('a').at(0)` started with a JSON reference. */
function comesFromJsonReference(node) {
  for (let at = node; at; at = at.type === 'CallExpression' ? at.callee : at.object) {
    if (at.type !== 'CallExpression' && at.type !== 'MemberExpression') return false;
    if (at.type !== 'CallExpression' || at.callee.type !== 'MemberExpression') continue;
    if (['ref', 'jsonPath', 'key'].includes(at.callee.property.name)) return true;
  }
  return false;
}

const noAmbientTime = {
  create: (context) => ({
    MemberExpression(node) {
      const [object, property] = memberNames(node) ?? [];
      if (object === 'Date' && property === 'now')
        context.report({
          node,
          message: 'No ambient clock: take `now` as an argument or from `deps.clock`.',
        });
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        context.report({ node, message: 'No ambient clock: `new Date()` needs an argument.' });
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date')
        context.report({
          node,
          message: 'No ambient clock: take `now` as an argument or from `deps.clock`.',
        });
    },
  }),
};

const noAmbientRandom = {
  create: (context) => ({
    MemberExpression(node) {
      const [object, property] = memberNames(node) ?? [];
      const random =
        (object === 'Math' && property === 'random') ||
        (object === 'crypto' && ['randomUUID', 'getRandomValues'].includes(property));
      if (random) context.report({ node, message: 'No ambient randomness: ids and seeds are arguments.' });
    },
  }),
};

const noGlobalFetch = {
  create: (context) => ({
    MemberExpression(node) {
      const [object, property] = memberNames(node) ?? [];
      if (['globalThis', 'global', 'self', 'window'].includes(object) && property === 'fetch')
        context.report({
          node,
          message: 'Outgoing HTTP leaves through egress.ts, which resolves, vets and pins.',
        });
    },
  }),
};

const noEnv = {
  create: (context) => ({
    'ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration'(node) {
      if (/^(node:)?process$/.test(node.source?.value))
        context.report({ node, message: 'Read the environment in apps/api/src/settings.ts alone.' });
    },
    MemberExpression(node) {
      const [object, property] = memberNames(node) ?? [];
      if (object === 'process' && property === 'env')
        context.report({
          node,
          message: 'The environment is read by apps/api/src/settings.ts alone; take settings as an argument.',
        });
    },
  }),
};

const noArrayFrom = {
  create: (context) => ({
    CallExpression(node) {
      const [object, property] = memberNames(node.callee) ?? [];
      if (object === 'Array' && property === 'from')
        context.report({
          node,
          message: 'Old libraries put an Array.from into the page that maps nothing: spread, then map.',
        });
    },
  }),
};

const RAW_SQL = ['raw', 'lit', 'ref', 'id', 'table'];

const noDynamicSql = {
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || node.arguments.every(isLiteral)) return;
      const method = callee.property.name;
      if (callee.object.type === 'Identifier' && callee.object.name === 'sql' && RAW_SQL.includes(method))
        context.report({
          node,
          message: `sql.${method}() takes a literal only: anything else can be injected.`,
        });
      if (method === 'key' || (method === 'at' && comesFromJsonReference(callee.object)))
        context.report({ node, message: `.${method}() walks JSON by a literal only: see CVE-2026-44635.` });
    },
  }),
};

export default {
  meta: { name: 'banso' },
  rules: {
    'no-ambient-random': noAmbientRandom,
    'no-ambient-time': noAmbientTime,
    'no-dynamic-sql': noDynamicSql,
    'no-env': noEnv,
    'no-array-from': noArrayFrom,
    'no-global-fetch': noGlobalFetch,
  },
};
