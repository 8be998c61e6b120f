import { response } from '@banso/contract';
import { KeyHint, List, SectionHeader, useRowKeys, useShortcut } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { forget } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { forgetTasks, sendChange } from '../tasks/send-change.ts';
import { createMarks } from './marks.ts';
import type { Marks } from './marks.ts';
import { myDayTexts } from './texts.ts';
import { groupsOf, hrefOf, markOf } from './work.ts';
import type { Work } from './work.ts';
import { WorkRow } from './work-row.tsx';
import { personOf } from './work-words.ts';

/** The marks of this page, kept as long as it is open; what is ticked off leaves the work at once. */
export function useMarks(listed: readonly Work[]): Marks {
  const marks = useMemo(
    () =>
      createMarks({
        async set(id, isMarked) {
          if (id.startsWith('tsk_')) {
            await sendChange([id], { done: isMarked }).finally(forgetTasks);
            return;
          }
          await api.call('PATCH', `/v1/responses/${id}`, {
            schema: response.ResponseRecord,
            body: { read: isMarked },
          });
          forget('/v1/my-day');
          forget('/v1/responses');
        },
      }),
    [],
  );
  useEffect(() => marks.retain(new Set(listed.map((each) => markOf(each) ?? ''))), [listed]);
  return marks;
}

/** The work in its groups, walked through with `j` and `k`. */
export function WorkList({ work, marks }: { work: readonly Work[]; marks: Marks }) {
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

  const tickOff = async (each: Work, mark: string) => {
    const index = rows.indexOf(each);
    setChosen((rows[index + 1] ?? rows[index - 1])?.id);
    refocus.current = container.current?.contains(document.activeElement) ?? false;
    const worked = marks.mark(mark);
    const isTask = each.kind === 'task';
    const undo = async () => {
      if (await marks.undo(mark)) return;
      toaster.show({ message: isTask ? texts.taskNotUndone : texts.notUndone });
    };
    const message = isTask ? texts.taskDone : texts.markedRead(personOf(each));
    const toast = toaster.show({ message, undo: () => void undo() });
    if (await worked) return;
    toaster.dismiss(toast);
    toaster.show({ message: texts.notMarked });
  };
  const markerOf = (each: Work | undefined) => {
    const mark = each && may('write') ? markOf(each) : undefined;
    return each && mark !== undefined ? () => void tickOff(each, mark) : undefined;
  };

  // The row that had the focus is gone: the next one takes it, so that the keys go on working.
  useEffect(() => {
    if (!refocus.current) return;
    refocus.current = false;
    container.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus();
  });
  useShortcut('x', () => markerOf(rows[active])?.(), { enabled: markerOf(rows[active]) !== undefined });

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
                  onMark={markerOf(each)}
                />
              );
            })}
          </List>
        </section>
      ))}
      <p class="day-keys muted xs desk">
        <KeyHint keys={['J', 'K']}>{texts.move}</KeyHint>
        <KeyHint keys={['enter']}>{texts.open}</KeyHint>
        {rows.some((each) => markerOf(each)) && <KeyHint keys={['X']}>{texts.tickOff}</KeyHint>}
      </p>
    </div>
  );
}
