// What comes in one file once a survey may open by itself.
export { mountSurvey as mount } from '../surfaces/survey.ts';
export { createPresenter } from './presenter.ts';
export { isTyping } from './typing.ts';
