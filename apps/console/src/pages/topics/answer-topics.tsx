import { Chip, Menu, AddIcon, Button } from '@banso/ui';
import * as z from 'zod';
import { forget } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { answerTopicTexts } from './answer-texts.ts';
import { useTopicNames } from './topic-names.ts';

/** What an answer says of its topics. */
export interface Topical {
  id: string;
  topics: readonly { id: string; name: string; givenBy: 'rule' | 'person' }[];
}

async function put(topicId: string, answerId: string, isAboutIt: boolean): Promise<void> {
  const path = `/v1/topics/${topicId}/responses/${answerId}`;
  await api.call(isAboutIt ? 'PUT' : 'DELETE', path, { schema: z.undefined() });
  forget('/v1/responses');
  forget('/v1/topics');
}

/** The topics of one answer; a person takes one off or adds one, and no rule changes that. */
export function AnswerTopics({ answer }: { answer: Topical }) {
  const texts = textsOf(answerTopicTexts);
  const others = useTopicNames().filter(({ id }) => !answer.topics.some((topic) => topic.id === id));
  const change = async (topic: { id: string; name: string }, isAboutIt: boolean) => {
    try {
      await put(topic.id, answer.id, isAboutIt);
      if (!isAboutIt)
        toaster.show({
          message: texts.takenOff(topic.name),
          undo: () => void put(topic.id, answer.id, true),
        });
    } catch {
      toaster.show({ message: texts.refused });
    }
  };
  if (answer.topics.length === 0 && (others.length === 0 || !may('write'))) return null;
  return (
    <section class="row wrap fb-topics" aria-label={texts.ofAnswer}>
      {answer.topics.map((topic) => (
        <Chip
          key={topic.id}
          {...(may('write') && {
            onRemove: () => void change(topic, false),
            removeName: topic.name,
          })}
        >
          <a href={`/console/topics/${topic.id}`}>{topic.name}</a>
        </Chip>
      ))}
      {may('write') && others.length > 0 && (
        <Menu
          label={texts.add}
          sections={[
            {
              id: 'topics',
              items: others.map((topic) => ({
                id: topic.id,
                label: topic.name,
                onSelect: () => void change(topic, true),
              })),
            },
          ]}
          trigger={(props) => (
            <Button {...props} small variant="ghost" icon={AddIcon}>
              {texts.add}
            </Button>
          )}
        />
      )}
    </section>
  );
}
