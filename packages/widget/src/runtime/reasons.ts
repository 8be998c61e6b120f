import { LESS_DAYS } from '@banso/domain/decide';
import type { HoldReason, ShowReason } from '@banso/domain/decide';
import type { Presenter } from './presenter.ts';

/** What is said of each thing that content which opens by itself waits for. */
export const WAITS: Readonly<Record<NonNullable<ReturnType<Presenter['waiting']>>, string>> = {
  view: 'It waits until the page is in view.',
  decision: 'It waits for a decision about this page and person.',
  delay: 'It waits for its seconds on the page.',
  busy: 'It waits while the person is typing, is in a survey of the page, or has the panel open.',
  trigger: 'It waits until the page is as its trigger wants it.',
  shown: 'It has been shown in this page.',
};

/** What each reason code of a decision means, for a developer who asks why. */
export const REASONS: Readonly<Record<HoldReason | ShowReason | 'unknown', string>> = {
  eligible: 'The person is in the audience and nothing speaks against it.',
  in_progress: 'The person has begun it.',
  finished: 'The person has finished it; it stays to look at.',
  not_published: 'It is not published.',
  not_started: 'Its schedule has not started.',
  ended: 'Its schedule has ended.',
  identity_required: 'It is for people whose identity a token vouches for.',
  audience: 'The person is not in its audience.',
  page: 'It is not for this page.',
  device: 'It is not for this kind of device.',
  completed: 'The person has completed it.',
  already_answered: 'The person has answered it, and it is not time to ask again.',
  recently_shown: 'It was shown a short time ago.',
  recently_dismissed: 'The person dismissed it a short time ago.',
  snoozed: 'The person asked for it later.',
  opted_out: 'The person asked not to see it again.',
  max_attempts: 'It has been shown as often as it may be.',
  claimed_elsewhere: 'It is being shown in another tab or on another device.',
  not_in_wave: 'It is not the turn of the person in this wave.',
  wave_ahead: 'The day of the person in this wave has not come.',
  wave_asked: 'The person was asked in this wave, or shortly before it.',
  no_transaction: 'Nothing has happened lately that it asks about, or it has asked.',
  quota_reached: 'Enough people have answered.',
  asked_never: 'The person asked that nothing opens by itself.',
  first_session: 'Nothing interrupts a first session.',
  open_case: 'The person is waiting for an answer from the team.',
  quiet_day: 'Nothing opens by itself on this day of the week.',
  quiet_hours: 'Nothing opens by itself at this hour where the person is.',
  session_budget: 'This session has had its interruption.',
  person_budget: 'The person was interrupted a short time ago.',
  person_limit: 'The person was interrupted as often as they may be in some days.',
  kind_budget: 'The person saw enough of this kind in some days.',
  tag_budget: 'The person saw enough with one of its tags in some days.',
  asked_less: `The person asked to be asked less: at most once in ${LESS_DAYS} days.`,
  reserved: 'The next NPS of the person is near.',
  account_budget: 'Enough people of this company were asked today.',
  not_sampled: 'The person is not in its sample.',
  lower_priority: 'Something with a higher priority goes first.',
  holdout: 'The person or their company is in the control group of the workspace.',
  control: 'The person or their company is in its control group.',
  unknown: 'The decision did not name it: no such content, or no decision yet.',
};
