import { LinkReport } from '@banso/contract/links';
import type { Deps } from '../app-env.ts';
import { linksIn } from '../links/draft-links.ts';
import { findingOf } from '../links/finding.ts';
import { json, operation, router } from '../operation.ts';
import { contentDesk } from './desk.ts';
import type { Kind } from './kinds.ts';

/** Links of one draft that are looked at. */
const MOST_LINKS = 100;

/** What is behind the addresses of a draft. Mounted once for each kind. */
export function linkRoutes(deps: Deps, kind: Kind) {
  const { path, tags, Params, reading } = contentDesk(deps, kind);
  return router().openapi(
    operation('write', {
      method: 'post',
      path: `${path}/{id}/link-checks`,
      tags,
      summary: 'Look whether what the draft links to is there',
      description:
        'The service asks each address of the web in buttons, media and texts, and follows redirects; it never goes into a private network. What it found is kept for a quarter of an hour for each address. Nothing of it keeps anybody from publishing. An installation without a way out says `off` (`BANSO_LINK_CHECKS`).',
      request: { params: Params },
      responses: { 200: json(LinkReport, 'What is worth a look, by field') },
    }),
    async (c) => {
      const { links } = deps;
      const all = await reading(c, c.req.valid('param').id, async ({ draft }) => linksIn(kind.kind, draft));
      if (!links)
        return c.json({ state: 'off' as const, checked: 0, unchecked: all.length, findings: [] }, 200);
      const looked = all.slice(0, MOST_LINKS);
      const found = await links.of(looked.map(({ href }) => href));
      const checked = looked.filter(({ href }) => found.has(href));
      const findings = checked.flatMap((link) => {
        const behind = found.get(link.href);
        const code = behind && findingOf(link, behind);
        return code ? [{ path: link.path, href: link.href, code }] : [];
      });
      const unchecked = all.length - checked.length;
      return c.json({ state: 'checked' as const, checked: checked.length, unchecked, findings }, 200);
    },
  );
}
