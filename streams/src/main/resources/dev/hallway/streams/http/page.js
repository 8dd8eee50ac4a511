'use strict';

// Text from GitHub enters the page through textContent only; it never becomes markup.

const API = '/api/v1/repositories';
const WEEKS_SHOWN = 26;
const REFRESH_MILLIS = 30000;
const status = document.getElementById('status');
const table = document.getElementById('repositories');
const access = document.getElementById('access');
const LABELS = [...table.tHead.rows[0].cells].slice(1).map((heading) => heading.textContent);
let token = '';

class NeedsToken extends Error {}

async function fetchJson(path) {
  const headers = { Accept: 'application/json' };
  if (token) {
    headers.Authorization = 'Bearer ' + token;
  }
  const answer = await fetch(path, { headers });
  const body = await answer.json();
  if (answer.status === 401) {
    throw new NeedsToken(body.detail);
  }
  if (!answer.ok) {
    throw new Error(body.detail);
  }
  return body;
}

function repositoryPath(name) {
  return API + '/' + name.split('/').map(encodeURIComponent).join('/');
}

function cell(row, label, content, note) {
  const element = row.insertCell();
  element.dataset.label = label;
  element.append(content);
  if (note) {
    const small = document.createElement('span');
    small.className = 'note';
    small.textContent = note;
    element.append(small);
  }
}

function link(text, address) {
  const anchor = document.createElement('a');
  anchor.textContent = text;
  anchor.href = /^https?:\/\/|^\//.test(address) ? address : '/';
  return anchor;
}

function duration(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return days > 0 ? `${days} d ${hours} h` : hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}

function bars(rows, value, label) {
  const name = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(name, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WEEKS_SHOWN * 4} 24`);
  svg.setAttribute('preserveAspectRatio', 'xMinYMax meet');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label + ': ' + rows.map((row) => `${row.week} ${value(row)}`).join(', '));
  const most = Math.max(1, ...rows.map(value));
  rows.forEach((row, index) => {
    const height = (24 * value(row)) / most;
    const bar = document.createElementNS(name, 'rect');
    bar.setAttribute('x', String(index * 4));
    bar.setAttribute('y', String(24 - height));
    bar.setAttribute('width', '3');
    bar.setAttribute('height', String(height));
    const title = document.createElementNS(name, 'title');
    title.textContent = `${row.week}: ${value(row)}`;
    bar.append(title);
    svg.append(bar);
  });
  return svg;
}

function completeness(repository) {
  const row = document.createElement('tr');
  const element = row.insertCell();
  element.colSpan = LABELS.length + 1;
  element.className = repository.completeness.complete ? 'completeness' : 'completeness wanting';
  const verdict = document.createElement('strong');
  verdict.textContent = repository.completeness.complete ? 'Complete' : 'Incomplete';
  const until = repository.syncedAt
    ? `Data until ${repository.syncedAt.replace('T', ' ').slice(0, 16)} UTC.`
    : 'The first pass over GitHub is not finished.';
  element.append(verdict, `: ${repository.completeness.words}. ${until}`);
  return row;
}

async function repositoryRows(repository) {
  const base = repositoryPath(repository.repository);
  const [diversity, latency, flow, waiting] = await Promise.all([
    fetchJson(base + '/contributor-diversity'),
    fetchJson(base + '/feedback-latency'),
    fetchJson(base + '/flow'),
    fetchJson(base + '/waiting?limit=1'),
  ]);
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'rowgroup';
  head.append(link(repository.repository, repository.htmlUrl));
  row.append(head);
  const lastDiversity = diversity.data.at(-1);
  const lastLatency = latency.data.filter((week) => week.count > 0).at(-1);
  const lastFlow = flow.data.at(-1);
  const digest = repository.lastWeek && !token
    ? link(repository.lastWeek, base + '/digest?format=html&week=' + repository.lastWeek)
    : repository.lastWeek || 'unavailable';
  const cells = [
    lastDiversity ? [lastDiversity.contributors, lastDiversity.week] : ['unavailable', 'nobody has contributed'],
    lastLatency
      ? [duration(lastLatency.p50Seconds), `${lastLatency.week}, n = ${lastLatency.count}`]
      : ['unavailable', 'no feedback was answered by a merge'],
    lastFlow ? [lastFlow.openIssuesAtEnd, lastFlow.week] : ['unavailable', 'no events'],
    [waiting.data.total],
    [bars(diversity.data.slice(-WEEKS_SHOWN), (week) => week.contributors, 'Contributors by week')],
    [digest],
  ];
  cells.forEach(([content, note], index) => cell(row, LABELS[index], content, note));
  const rows = document.createElement('tbody');
  rows.append(row, completeness(repository));
  return rows;
}

async function show() {
  try {
    const { data } = await fetchJson(API);
    const rows = await Promise.all(data.map(repositoryRows));
    table.replaceChildren(table.caption, table.tHead, ...rows);
    table.hidden = rows.length === 0;
    access.hidden = true;
    status.textContent = rows.length === 0 ? 'No repository is known yet.' : `${rows.length} ${rows.length === 1 ? 'repository' : 'repositories'}, as of now.`;
  } catch (problem) {
    access.hidden = !(problem instanceof NeedsToken);
    status.textContent = problem instanceof NeedsToken ? 'This server asks for its token.' : 'No figures: ' + problem.message;
  }
}

access.addEventListener('submit', (event) => {
  event.preventDefault();
  token = document.getElementById('token').value;
  show();
});

show();
setInterval(() => access.hidden && show(), REFRESH_MILLIS);
