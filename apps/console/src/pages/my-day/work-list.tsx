import { response } from '@banso/contract';
import { KeyHint, List, SectionHeader, useRowKeys, useShortcut } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { forget } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { createReadMarks } from './read-marks.ts';
import type { ReadMarks } from './read-marks.ts';
import { myDayTexts } from './texts.ts';
import { groupsOf, hrefOf } from './work.ts';
import type { Work } from './work.ts';
import { WorkRow } from './work-row.tsx';
import { personOf } from './work-words.ts';

/** The marks of this page, kept as long as it is open; answers that are marked leave the work at once. */
export function useReadMarks(listed: readonly Work[]): ReadMarks {
  const marks = useMemo(
    () =>
      createReadMarks({
        async setRead(id, read) {
          await api.call('PATCH', `/v1/responses/${id}`, { schema: response.ResponseRecord, body: { read } });
          forget('/v1/my-day');
          forget('/v1/responses');
        },
      }),
    [],
  );
  useEffect(() => marks.retain(new Set(listed.map(({ responseId }) => responseId ?? ''))), [listed]);
  return marks;
}

/** The work in its groups, walked through with `j` and `k`. */
export function WorkList({ work, marks }: { work: readonly Work[]; marks: ReadMarks }) {
  const texts = textsOf(myDayTexts);
  const { route } = useLocation();
  const groups = groupsOf(work);
  const rows = groups.flatMap((group) => group.work);
  const [chosen, setChosen] = useState<string>();
  const active = Math.max(
    rows.findIndex(({ id }) => id === chosen),
    0,
  );
  const container = useRef<HTMLElement | null>(null);
  const refocus = useRef(false);

  const keys = useRowKeys({
    count: rows.length,
    active,
    onActive: (index) => setChosen(rows[index]?.id),
    onOpen: (index) => rows[index] && route(hrefOf(rows[index])),
  });

  const read = async (each: Work) => {
    const { responseId } = each;
    if (responseId === null) return;
    const index = rows.indexOf(each);
    setChosen((rows[index + 1] ?? rows[index - 1])?.id);
    refocus.current = container.current?.contains(document.activeElement) ?? false;
    const worked = marks.mark(responseId);
    const undo = async () => {
      if (!(await marks.undo(responseId))) toaster.show({ message: texts.notUndone });
    };
    const toast = toaster.show({ message: texts.markedRead(personOf(each)), undo: () => void undo() });
    if (await worked) return;
    toaster.dismiss(toast);
    toaster.show({ message: texts.notMarked });
  };
  const reader = (each: Work | undefined) =>
    each?.responseId != null && may('write') ? () => void read(each) : undefined;

  // The row that had the focus is gone: the next one takes it, so that the keys go on working.
  useEffect(() => {
    if (!refocus.current) return;
    refocus.current = false;
    container.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus();
  });
  useShortcut('x', () => reader(rows[active])?.(), { enabled: reader(rows[active]) !== undefined });

  return (
    <div
      class="day-groups"
      ref={(element) => {
        container.current = element;
        keys.containerRef(element);
      }}
    >
      {groups.map(({ urgency, work: own }) => (
        <section key={urgency} aria-labelledby={`day-${urgency}`}>
          <SectionHeader
            id={`day-${urgency}`}
            title={texts[urgency]}
            count={own.length}
            end={texts[`${urgency}End`]}
          />
          <List labelledBy={`day-${urgency}`}>
            {own.map((each) => {
              const index = rows.indexOf(each);
              return (
                <WorkRow
                  key={each.id}
                  work={each}
                  active={index === active}
                  rowProps={keys.rowProps(index)}
                  onRead={reader(each)}
                />
              );
            })}
          </List>
        </section>
      ))}
      <p class="day-keys muted xs desk">
        <KeyHint keys={['J', 'K']}>{texts.move}</KeyHint>
        <KeyHint keys={['enter']}>{texts.open}</KeyHint>
        {rows.some((each) => reader(each)) && <KeyHint keys={['X']}>{texts.read}</KeyHint>}
      </p>
    </div>
  );
}
