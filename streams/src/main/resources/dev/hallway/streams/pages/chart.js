// SPDX-License-Identifier: Apache-2.0

/**
 * A figure over weeks, drawn by uPlot.
 *
 * Weeks are walked with the arrow keys or the pointer, and opened with Enter or a click. The same values stand in a table
 * below, each a link to what it counted.
 */

import { html, nothing, render } from '/lib/lit-html.js';
import * as weeks from './weeks.js';
import { day } from './words.js';

const HEIGHT = 190;
const SECONDS = 1000;
const WEEK_SECONDS = 7 * 24 * 60 * 60;
const HOURS = [1, 2, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2160, 4320, 8760, 17520, 43800];
const HOUR_SECONDS = 3600;
const NEAR_PIXELS = 30;
const PAGE_OF_WEEKS = 13;
const WEEKS_WITH_DAYS = 40;

class WeeklyChart extends HTMLElement {
  #plot = null;
  #shown = null;
  #at = 0;
  #week = null;
  #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #repaint = () => this.#build();

  /**
   * What to draw: `{ name, weeks, series, band, count, changed, incomplete, write, durations }`, where `count`, `changed`
   * and `incomplete` say something of each week.
   *
   * A series is `{ label, colour, bars, values, open }`, `open(week)` being the address of its explanation; values may be
   * null. The band lies between the values of two series of its own, `{ label, low, high }`.
   */
  set figure(figure) {
    if (figure === this.#shown) {
      return;
    }
    const before = JSON.stringify(this.#shown);
    this.#shown = figure;
    if (this.isConnected && JSON.stringify(figure) !== before) {
      this.#build();
    }
  }

  connectedCallback() {
    this.#resized.observe(this);
    this.#scheme.addEventListener('change', this.#repaint);
    this.#build();
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    this.#scheme.removeEventListener('change', this.#repaint);
    this.#plot?.destroy();
    this.#plot = null;
  }

  #build() {
    this.#plot?.destroy();
    this.#plot = null;
    if (!this.#shown) {
      return;
    }
    const last = this.#shown.weeks.length - 1;
    const same = this.#shown.weeks.indexOf(this.#week);
    this.#at = same < 0 ? last : same;
    this.#describe();
    this.#fillTable(this.querySelector('details'));
    const place = this.querySelector('.plot');
    if (last >= 0) {
      this.#plot = new uPlot(options(this.#shown, this.#width(), (index) => this.#point(index)), data(this.#shown), place);
    }
  }

  /** What stands around the plot; the plot itself is uPlot's. */
  #describe() {
    const figure = this.#shown;
    const week = figure.weeks[this.#at];
    this.#week = week;
    render(
      html`<div class="plot" tabindex="0" role="slider" aria-label="${figure.name}, by week. Enter opens what was counted."
          aria-valuemin="0" aria-valuemax=${Math.max(0, figure.weeks.length - 1)} aria-valuenow=${this.#at}
          aria-valuetext=${week ? sentence(figure, this.#at) : 'no weeks'}
          @keydown=${(event) => this.#walk(event)} @click=${(event) => this.#open(event)}></div>
        <p class="pointed">${week ? pointed(figure, this.#at) : 'No weeks yet.'}</p>
        ${key(figure)}
        <details @toggle=${(event) => this.#fillTable(event.target)}>
          <summary>Table</summary><div class="scroll"></div>
        </details>`,
      this,
    );
  }

  /** Ten years have many rows: they are made when somebody wants to see them. */
  #fillTable(details) {
    render(details.open ? table(this.#shown) : nothing, details.querySelector('.scroll'));
  }

  #point(index) {
    if (index !== null && index !== undefined && index !== this.#at) {
      this.#at = index;
      this.#describe();
    }
  }

  #walk(event) {
    const last = this.#shown.weeks.length - 1;
    const to = {
      ArrowLeft: this.#at - 1,
      ArrowDown: this.#at - 1,
      ArrowRight: this.#at + 1,
      ArrowUp: this.#at + 1,
      PageDown: this.#at - PAGE_OF_WEEKS,
      PageUp: this.#at + PAGE_OF_WEEKS,
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const index = Math.min(last, Math.max(0, to));
      this.#point(index);
      this.#plot.setCursor({ left: this.#plot.valToPos(this.#plot.data[0][index], 'x'), top: HEIGHT / 4 });
    } else if (event.key === 'Enter') {
      this.#follow(this.#shown.series[0]);
    }
  }

  /** What is nearest to the pointer is opened. */
  #open(event) {
    if (!this.#plot) {
      return;
    }
    const top = event.clientY - this.#plot.over.getBoundingClientRect().top;
    const near = this.#shown.series
      .filter(({ values }) => values[this.#at] !== null)
      .map((series) => ({ series, far: Math.abs(this.#plot.valToPos(series.values[this.#at], 'y') - top) }))
      .sort((one, other) => one.far - other.far)[0];
    this.#follow(near && near.far < NEAR_PIXELS ? near.series : this.#shown.series[0]);
  }

  #follow(series) {
    location.assign(series.open(this.#shown.weeks[this.#at]));
  }

  #width() {
    return Math.max(200, Math.floor(this.clientWidth));
  }

  #fit() {
    if (this.#plot && this.#plot.width !== this.#width()) {
      this.#plot.setSize({ width: this.#width(), height: HEIGHT });
    }
  }
}

customElements.define('hallway-chart', WeeklyChart);

function sentence(figure, index) {
  const values = figure.series.map(({ label, values }) => `${label} ${figure.write(values[index])}`);
  const notes = [
    figure.count ? `n = ${figure.count[index]}` : '',
    figure.changed[index] ? 'really changed' : '',
    figure.incomplete[index] ? 'incomplete' : '',
  ];
  return [figure.weeks[index], ...values, ...notes.filter((note) => note)].join(', ');
}

function pointed(figure, index) {
  const week = figure.weeks[index];
  return html`<b>${week}</b>${figure.series.map(
    ({ label, values, open }) =>
      html` · ${label} <a href=${open(week)}>${figure.write(values[index])}</a>`,
  )}${figure.band ? html` · ${figure.band.label} ${figure.write(figure.band.high[index])}` : nothing}${figure.count
    ? html` · n = ${figure.count[index]}`
    : nothing}${figure.changed[index] ? html` · <b class="bad">really changed</b>` : nothing}${figure.incomplete[index]
    ? html` · incomplete`
    : nothing}`;
}

function key(figure) {
  return html`<ul class="key">
    ${figure.series.map(({ label, colour }) => html`<li class=${colour}>${label}</li>`)}
    ${figure.band ? html`<li class="band">up to ${figure.band.label}</li>` : nothing}
    ${figure.changed.includes(true) ? html`<li class="changed">really changed</li>` : nothing}
    ${figure.incomplete.includes(true) ? html`<li class="hatched">incomplete</li>` : nothing}
  </ul>`;
}

function table(figure) {
  return html`<table><caption>${figure.name}, newest week first</caption>
    <thead><tr><th scope="col">Week</th>${figure.series.map(({ label }) => html`<th scope="col">${label}</th>`)}
      ${figure.band ? html`<th scope="col">${figure.band.label}</th>` : nothing}
      ${figure.count ? html`<th scope="col">n</th>` : nothing}</tr></thead>
    <tbody>${figure.weeks
      .map(
        (week, index) => html`<tr><th scope="row">${week}</th>
          ${figure.series.map(({ values, open }) => html`<td><a href=${open(week)}>${figure.write(values[index])}</a></td>`)}
          ${figure.band ? html`<td>${figure.write(figure.band.high[index])}</td>` : nothing}
          ${figure.count ? html`<td>${figure.count[index]}</td>` : nothing}</tr>`,
      )
      .reverse()}</tbody></table>`;
}

function data(figure) {
  const times = figure.weeks.map((week) => weeks.start(week) / SECONDS);
  const values = figure.series.map((series) => series.values);
  return figure.band ? [times, ...values, figure.band.low, figure.band.high] : [times, ...values];
}

function options(figure, width, pointed) {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name);
  const colours = Object.fromEntries(
    ['accent', 'second', 'third', 'band', 'hatch', 'quiet', 'line', 'bad', 'card'].map((name) => [name, resolved(colour(name))]),
  );
  const axis = { stroke: colours.quiet, grid: { stroke: colours.line, width: 1 }, ticks: { stroke: colours.line } };
  const drawn = figure.series.map((series) => seriesOptions(series, colours));
  const bandLine = { stroke: 'transparent', points: { show: false } };
  return {
    width,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * SECONDS), 'Etc/UTC'),
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
    legend: { show: false },
    scales: { x: { time: true, range: (_, least, most) => [least - WEEK_SECONDS / 2, most + WEEK_SECONDS / 2] }, y: { range: fromZero } },
    axes: [{ ...axis, space: 70, values: (_, ticks) => ticks.map((tick) => date(tick, figure.weeks.length)) }, { ...axis, size: 62, values: (_, ticks) => ticks.map((tick) => figure.write(tick)), ...(figure.durations ? { incrs: HOURS.map((hours) => hours * HOUR_SECONDS) } : {}) }],
    series: [{}, ...drawn, ...(figure.band ? [bandLine, bandLine] : [])],
    bands: figure.band ? [{ series: [drawn.length + 2, drawn.length + 1], fill: colours.band }] : [],
    hooks: {
      setCursor: [(plot) => plot.cursor.event && pointed(plot.cursor.idx)],
      drawClear: [(plot) => hatch(plot, figure, colours)],
      draw: [(plot) => markChanges(plot, figure, colours)],
    },
  };
}

/** As much of a date as says where it lies among so many weeks. */
function date(seconds, among) {
  const [number, month, year] = day(seconds * SECONDS).split(' ');
  return among > WEEKS_WITH_DAYS ? `${month} ${year}` : `${number} ${month}`;
}

/** light-dark() as the colour that holds now: a canvas does not know it. */
function resolved(value) {
  const probe = document.createElement('i');
  probe.style.color = value;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

function seriesOptions({ label, colour, bars }, colours) {
  const stroke = colours[colour];
  return bars
    ? { label, stroke, fill: stroke, paths: uPlot.paths.bars({ size: [0.7, 40] }), points: { show: false } }
    : { label, stroke, width: 2, spanGaps: false, points: { show: true, size: 4, fill: stroke } };
}

function fromZero(_, least, most) {
  return [Math.min(0, least ?? 0), most > 0 ? most * 1.12 : 1];
}

/** Weeks of which something is missing. */
function hatch(plot, figure, colours) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  figure.weeks.forEach((_, index) => {
    if (figure.incomplete[index]) {
      const middle = plot.data[0][index];
      const left = plot.valToPos(middle - WEEK_SECONDS / 2, 'x', true);
      ctx.rect(left, bbox.top, plot.valToPos(middle + WEEK_SECONDS / 2, 'x', true) - left, bbox.height);
    }
  });
  ctx.clip();
  ctx.strokeStyle = colours.hatch;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  const step = 7 * devicePixelRatio;
  for (let at = bbox.left - bbox.height; at < bbox.left + bbox.width; at += step) {
    ctx.moveTo(at, bbox.top + bbox.height);
    ctx.lineTo(at + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}

/** A small triangle above each week that really differs from those before. */
function markChanges(plot, figure, colours) {
  const { ctx, bbox } = plot;
  const size = 5 * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = colours.bad;
  figure.weeks.forEach((_, index) => {
    if (figure.changed[index]) {
      const x = plot.valToPos(plot.data[0][index], 'x', true);
      ctx.beginPath();
      ctx.moveTo(x - size, bbox.top);
      ctx.lineTo(x + size, bbox.top);
      ctx.lineTo(x, bbox.top + 1.5 * size);
      ctx.fill();
    }
  });
  ctx.restore();
}
