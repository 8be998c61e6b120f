import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

type Directives = Readonly<Record<string, string>>;

/** For what is no page: nothing may run, load or frame it. */
const NOTHING: Directives = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** For our pages: everything from this host, nothing inline, no other host at all. */
const OWN_FILES: Directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** What differs from `NOTHING`, by the beginning of the path. */
const PAGES: readonly { path: RegExp; policy: Directives; referrer?: string }[] = [
  { path: /^\/console(\/|$)/, policy: { ...OWN_FILES, 'require-trusted-types-for': "'script'" } },
  // as below, with the style sheet that Turbo makes for its progress bar
  {
    path: /^\/playground\/examples\/turbo(\/|$)/,
    policy: {
      ...OWN_FILES,
      'style-src': "'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='",
      'frame-src': "'self'",
      'frame-ancestors': "'self'",
    },
  },
  // its test pages frame each other
  {
    path: /^\/playground(\/|$)/,
    policy: { ...OWN_FILES, 'frame-src': "'self'", 'frame-ancestors': "'self'" },
  },
  // a survey shared by link: its address is a secret, which no other host may learn
  { path: /^\/s\//, policy: OWN_FILES, referrer: 'no-referrer' },
  // one button, and nothing that runs or is loaded
  {
    path: /^\/v1\/mail-off\//,
    policy: { ...NOTHING, 'style-src': "'unsafe-inline'", 'form-action': "'self'" },
  },
  // the reference adds its styles at run time
  { path: /^\/docs$/, policy: { ...OWN_FILES, 'style-src': "'self' 'unsafe-inline'" } },
];

/** What other sites may load: the widget's files and its API. */
const FOR_OTHER_SITES = /^\/(v1\/)?w\//;

const textOf = (policy: Directives) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const NOTHING_TEXT = textOf(NOTHING);
const PAGE_TEXTS = PAGES.map(({ policy, ...page }) => ({ ...page, text: textOf(policy) }));

/** The headers that every answer carries, the content security policy of its kind of page among them. */
export function securityHeaders(publicUrl: string): MiddlewareHandler<AppEnv> {
  const isSecure = publicUrl.startsWith('https:');
  return async function securityHeaders(c, next) {
    await next();
    const { path } = c.req;
    const { headers } = c.res;
    const isPublic = FOR_OTHER_SITES.test(path);
    const page = isPublic ? undefined : PAGE_TEXTS.find((one) => one.path.test(path));
    headers.set('content-security-policy', page?.text ?? NOTHING_TEXT);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', page?.referrer ?? 'same-origin');
    headers.set('cross-origin-resource-policy', isPublic ? 'cross-origin' : 'same-origin');
    if (page) {
      headers.set('cross-origin-opener-policy', 'same-origin');
      headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    }
    if (isSecure) headers.set('strict-transport-security', 'max-age=31536000');
    // what a request was answered is nobody else's, unless the route says otherwise
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}
