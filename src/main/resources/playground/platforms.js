/** The two chat platforms: what a column asks its own for. People's ids tell which one they are on. */

import { slack } from './slack.js';
import { teams } from './teams.js';

const SLACK_ID = /^[UW][A-Z0-9]+$/;
const TEAMS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isPerson(id) {
  return SLACK_ID.test(id) || TEAMS_ID.test(id);
}

export function platformOf(id) {
  return TEAMS_ID.test(id) ? teams : slack;
}
