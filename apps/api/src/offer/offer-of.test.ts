import { widgetApi } from '@banso/contract';
import { decide } from '@banso/domain/decide';
import { aSituation, DECISION_CASES } from '@banso/domain/testing';
import { expect, test } from 'vitest';
import type { Offered } from './offer-of.ts';
import { offerOf } from './offer-of.ts';

// the ids of the table are shorter than real ones
const OnWire = widgetApi.ShownContent.omit({ contentId: true });

/** Somebody of whom nothing is known but the decision. */
const NOBODY = {
  catalogue: { contents: new Map() },
  person: { identity: 'verified', asking: 'usual', chosenLocale: null },
  unreadMessages: 0,
} as unknown as Offered;

// the same table in the domain, in the widget and in the console
test.each(DECISION_CASES)('a session tells of: $name', ({ candidates, situation, show, held }) => {
  const given = aSituation(situation);
  const offer = offerOf(NOBODY, {
    situation: given,
    candidates,
    decision: decide({ ...given, candidates }),
  });
  const told = JSON.parse(JSON.stringify(offer)) as typeof offer;
  for (const { contentId: _, ...item } of told.show) expect(OnWire.parse(item)).toEqual(item);
  expect(told.show.map(({ contentId, surface, reason }) => `${contentId} ${surface} ${reason}`)).toEqual(
    show,
  );
  expect(Object.entries(told.held).map(([contentId, reason]) => `${contentId} ${reason}`)).toEqual(held);
});
