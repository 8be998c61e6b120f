const SURVEY = {
  id: 'bench',
  name: 'One question',
  description: '',
  type: 'popover',
  schedule: 'always',
  linked_flag_key: null,
  targeting_flag_key: null,
  internal_targeting_flag_key: null,
  questions: [
    {
      id: 'score',
      type: 'rating',
      question: 'How likely are you to recommend us?',
      display: 'number',
      scale: 10,
      lowerBoundLabel: 'Not at all likely',
      upperBoundLabel: 'Extremely likely',
    },
  ],
  appearance: {},
  conditions: null,
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  current_iteration: null,
};

/** What PostHog's service answers its script: surveys are on, here is one, and nothing else is. */
export function posthogAnswer(path: string): object {
  if (path.includes('/api/surveys')) return { surveys: [SURVEY] };
  return {
    surveys: true,
    supportedCompression: [],
    featureFlags: {},
    flags: {},
    errorsWhileComputingFlags: false,
    sessionRecording: false,
    hasFeatureFlags: false,
  };
}
