import { describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../../data/session.ts';
import { actionWords, changeWords, targetHref } from './audit-words.ts';

chooseLanguage('en');

describe('an entry of the audit log', () => {
  test.each([
    { action: 'checklist.publish', words: 'published a checklist' },
    { action: 'resource.archive', words: 'archived a resource' },
    { action: 'announcement.publish', words: 'published an announcement' },
    { action: 'key.revoke', words: 'revoked a key' },
    { action: 'something.new', words: 'something.new' },
  ])('$action reads "$words"', ({ action, words }) => expect(actionWords({ action })).toBe(words));

  test.each<{ action: string; change: Record<string, unknown>; words: string | undefined }>([
    {
      action: 'account.update',
      change: { plan: 'Pro', lifecycle: 'adopting' },
      words: 'Changed: plan, lifecycle',
    },
    { action: 'contact.update', change: { fields: ['email', 'locale'] }, words: 'Changed: e-mail, language' },
    { action: 'member.change_role', change: { from: 'viewer', to: 'admin' }, words: 'From Viewer to Admin' },
    { action: 'key.create', change: { kind: 'secret', name: 'CRM' }, words: 'CRM' },
    { action: 'response.update', change: { read: true }, words: undefined },
    { action: 'account.update', change: { toString: 'x' }, words: undefined },
  ])('$action says "$words"', ({ action, change, words }) =>
    expect(changeWords({ action, change })).toBe(words),
  );

  test.each([
    { action: 'checklist.publish', target: 'chk_1', href: '/console/checklists/chk_1' },
    { action: 'announcement.update', target: 'ann_1', href: '/console/announcements/ann_1' },
    { action: 'checklist.delete', target: 'chk_1', href: undefined },
    { action: 'response.update', target: 'rsp_1', href: '/console/feedback?answer=rsp_1' },
    { action: 'organisation.create', target: 'org_1', href: undefined },
  ])('$action leads to $href', ({ action, target, href }) =>
    expect(targetHref({ action, target })).toBe(href),
  );
});
