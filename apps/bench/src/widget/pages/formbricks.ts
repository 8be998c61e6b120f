// What Formbricks draws a survey with, as far as npm has it: the renderer of 2024. Its client of today, which is on npm too,
// fetches a newer one and a core of its own from a Formbricks server, so this is less than a page really pays.
import { renderSurveyModal } from '@formbricks/surveys';

const nothing = () => undefined;
const survey = {
  id: 'bench',
  type: 'web',
  questions: [
    {
      id: 'score',
      type: 'nps',
      headline: 'How likely are you to recommend us?',
      lowerLabel: 'Not at all likely',
      upperLabel: 'Extremely likely',
      required: true,
    },
  ],
  welcomeCard: { enabled: false },
  thankYouCard: { enabled: false },
  hiddenFields: { enabled: false },
};

renderSurveyModal({
  survey,
  brandColor: '#64748b',
  placement: 'bottomRight',
  clickOutside: false,
  darkOverlay: false,
  isBrandingEnabled: false,
  onDisplay: nothing,
  onResponse: nothing,
  onActiveQuestionChange: nothing,
  onClose: nothing,
  onFileUpload: nothing,
});
