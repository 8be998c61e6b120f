import type { report } from '@banso/contract';
import { Card, KpiStrip, NumberDoor } from '@banso/ui';
import type * as z from 'zod';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { myDayTexts } from './texts.ts';

/** How much there is to look after; each number opens the list behind it. */
export function BookCard({ book }: { book: z.infer<typeof report.MyDay>['book'] }) {
  const texts = textsOf(myDayTexts);
  const figures = [
    { label: texts.accounts, what: texts.accountsWhat, value: book.accounts, href: '/console/accounts' },
    {
      label: texts.inOnboarding,
      what: texts.inOnboardingWhat,
      value: book.onboarding,
      href: '/console/accounts?lifecycle=onboarding',
    },
    {
      label: texts.renewals90,
      what: texts.renewals90What,
      value: book.renewals90Days,
      href: '/console/accounts?sort=renewalDate',
    },
    {
      label: texts.unreadAnswers,
      what: texts.unreadAnswersWhat,
      value: book.unread,
      href: '/console/feedback?view=unread',
    },
  ];
  return (
    <Card title={texts.book}>
      <KpiStrip
        bare
        items={figures.map(({ label, what, value, href }) => ({
          label,
          value: (
            <NumberDoor definition={what} hint={texts.openList} href={href}>
              {formatNumber(value)}
            </NumberDoor>
          ),
        }))}
      />
    </Card>
  );
}
