// SurveyJS with the same question, as its documentation says: the library, its look, one rating.
import 'survey-core/survey-core.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

const survey = new Model({
  elements: [
    {
      type: 'rating',
      name: 'score',
      title: 'How likely are you to recommend us?',
      rateMin: 0,
      rateMax: 10,
      displayMode: 'buttons',
      minRateDescription: 'Not at all likely',
      maxRateDescription: 'Extremely likely',
    },
  ],
});
const host = document.createElement('div');
host.id = 'surveyjs';
host.style.cssText = 'position: fixed; right: 20px; bottom: 20px; width: 480px';
document.body.append(host);
renderSurvey(survey, host);
