// SPDX-License-Identifier: Apache-2.0

/** The charts of a repository: which rows they show, and which figure of the week each series is. */

import { duration, number, share } from './words.js';

const DIVERSITY = 'contributor-diversity';
const RESPONSIVENESS = 'responsiveness';

/**
 * Each is `{ name, says, table, series, band, count, write, durations, compared }`. A series reads its value from a row; its
 * `figure` is what the API calls it. `compared` names the figures whose changes are marked. Those that `trails` can be
 * shown over several weeks.
 */
export const CHARTS = [
  {
    name: 'Feedback to merge',
    says: 'From the opening of an issue to the merge that answers it, by the week of the merge.',
    table: 'feedback-latency',
    series: [line('median', 'feedback_p50_seconds', (row) => row.p50Seconds)],
    band: { label: '90th percentile', low: (row) => row.p50Seconds, high: (row) => row.p90Seconds },
    count: (row) => row.count,
    compared: ['feedback_to_merge_latency', 'feedback_answered'],
    write: duration,
    durations: true,
  },
  responses('First response to issues', 'issue', (row) => row.issues),
  responses('First response to pull requests', 'pull_request', (row) => row.pullRequests),
  {
    name: 'Answered within 48 hours',
    says: 'The share of what people opened in the week that had a first response within two days.',
    table: RESPONSIVENESS,
    series: [
      line('issues', 'issue_answered_within_48_hours', ({ issues }) => part(issues.answeredWithin48Hours, issues.opened)),
      line(
        'pull requests',
        'pull_request_answered_within_48_hours',
        ({ pullRequests }) => part(pullRequests.answeredWithin48Hours, pullRequests.opened),
        'third',
      ),
    ],
    count: ({ issues, pullRequests }) => issues.opened + pullRequests.opened,
    compared: ['issues_answered_within_48_hours', 'pull_requests_answered_within_48_hours'],
    write: share,
  },
  {
    name: 'Contributors',
    says: 'People who contributed, and those of them who are new.',
    table: DIVERSITY,
    trails: true,
    series: [
      bars('contributors', 'contributors', (row) => row.contributors),
      bars('newcomers', 'newcomers', (row) => row.newcomers, 'second'),
    ],
    count: (row) => row.contributions,
    compared: ['contributors', 'newcomers'],
    write: number,
    absent: 0,
  },
  {
    name: 'How evenly they contribute',
    says: 'How many people would do the same if all did alike, and the fewest who did half of it (absence factor).',
    table: DIVERSITY,
    trails: true,
    series: [
      line('effective contributors', 'effective_contributors', (row) => row.effectiveContributors),
      line('absence factor', 'absence_factor', (row) => row.absenceFactor, 'second'),
    ],
    count: (row) => row.contributions,
    compared: ['effective_contributors', 'absence_factor'],
    write: number,
  },
  {
    name: 'The most active person',
    says: 'The share of the contributions by whoever made most of them.',
    table: DIVERSITY,
    trails: true,
    series: [line('share', 'top_share', (row) => row.topShare, 'second')],
    count: (row) => row.contributions,
    compared: ['top_share'],
    write: share,
  },
  flow('Issues', [
    line('opened', 'issues_opened', (row) => row.issuesOpened),
    line('closed', 'issues_closed', (row) => row.issuesClosed, 'second'),
  ]),
  flow('Pull requests', [
    line('opened', 'pull_requests_opened', (row) => row.pullRequestsOpened),
    line('merged', 'pull_requests_merged', (row) => row.pullRequestsMerged, 'second'),
    line('closed unmerged', 'pull_requests_closed_unmerged', (row) => row.pullRequestsClosedUnmerged, 'third'),
  ]),
  {
    ...flow('Open at the end of the week', [
      line('issues', 'open_issues_at_end', (row) => row.openIssuesAtEnd),
      line('pull requests', 'open_pull_requests_at_end', (row) => row.openPullRequestsAtEnd, 'third'),
    ]),
    says: 'What was open when the week ended.',
  },
  {
    name: 'Who merges',
    says: 'People who merged, and the fewest who made half of the merges.',
    table: 'merging',
    trails: true,
    series: [
      line('people', 'mergers', (row) => row.mergers),
      line('fewest for half', 'merger_absence_factor', (row) => row.mergerAbsenceFactor, 'second'),
    ],
    count: (row) => row.mergerKnown,
    compared: [],
    write: number,
  },
  {
    name: 'Merged without a review',
    says: 'The share of merged pull requests that nobody else had reviewed.',
    table: 'merging',
    trails: true,
    series: [line('share', 'merged_without_review', (row) => part(row.mergedWithoutReview, row.merged), 'second')],
    count: (row) => row.merged,
    compared: [],
    write: share,
  },
  {
    name: 'Organisations',
    says: 'Organisations that contributors belong to, and the fewest behind half of their contributions (elephant factor).',
    table: 'organisations',
    trails: true,
    series: [
      line('organisations', 'organisations', (row) => row.organisations),
      line('elephant factor', 'elephant_factor', (row) => row.elephantFactor, 'second'),
    ],
    count: (row) => row.affiliatedContributions,
    compared: [],
    write: number,
  },
];

function line(label, figure, value, colour = 'accent') {
  return { label, figure, value, colour, bars: false };
}

function bars(label, figure, value, colour = 'accent') {
  return { label, figure, value, colour, bars: true };
}

function responses(name, kind, cohort) {
  return {
    name,
    says: 'By another human, of what was opened in the week and has one by now.',
    table: RESPONSIVENESS,
    series: [line('median', kind + '_p50_seconds', (row) => cohort(row).p50Seconds)],
    band: { label: '90th percentile', low: (row) => cohort(row).p50Seconds, high: (row) => cohort(row).p90Seconds },
    count: (row) => cohort(row).answered,
    compared: [],
    write: duration,
    durations: true,
  };
}

function flow(name, series) {
  return {
    name,
    says: 'By week.',
    table: 'flow',
    series,
    compared: series.map(({ figure }) => figure),
    write: number,
  };
}

function part(some, all) {
  return all > 0 ? some / all : null;
}
