import type { widgetApi } from '@banso/contract';

/** What stands for a publishable key that this member may not see. */
export const KEY_PLACEHOLDER = 'bpk_…';

/** The loader that never changes, and its digest. */
export type Pinned = Pick<widgetApi.Integrity, 'script' | 'integrity'>;

/**
 * The lines for a page: who it is, which company, what happened. `tokenNote` says where the token comes from.
 * @param pinned - Absent: the loader that is always the newest.
 */
export function tagSnippet(host: string, key: string, tokenNote: string, pinned?: Pinned): string {
  const source = pinned
    ? `src="${host}${pinned.script}"
  integrity="${pinned.integrity}" crossorigin`
    : `src="${host}/w/banso.js"`;
  return `<script>window.banso = window.banso || [];</script>
<script async ${source}
  data-key="${key}"></script>
<script>
  const token = '…'; // ${tokenNote}
  banso.push(['identify', 'user-42', { name: 'Mika', email: 'mika@example.com' }, { token }]);
  banso.push(['group', 'acme', { name: 'Acme', plan: 'pro' }]);
  banso.push(['track', 'project_created', { size: 3 }]);
</script>`;
}

/** The same for a product with a bundler. */
export function moduleSnippet(host: string, key: string, tokenNote: string): string {
  return `import { createBanso } from '@banso/loader';

const banso = createBanso({
  host: '${host}',
  key: '${key}',
});

const token = '…'; // ${tokenNote}
await banso.identify('user-42', { name: 'Mika', email: 'mika@example.com' }, { token });
await banso.group('acme', { name: 'Acme', plan: 'pro' });
await banso.track('project_created', { size: 3 });`;
}

/** The least that a page's policy has to allow. */
export function policySnippet(host: string): string {
  return `script-src ${host}; connect-src ${host}`;
}
