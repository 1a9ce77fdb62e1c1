/** The page's icons: 24 by 24 line drawings, in the colour of the text around them. */

const PATHS = {
  hash: ['M5 9h15', 'M4 15h15', 'M10 4 8 20', 'M16 4l-2 16'],
  lock: ['M6 11h12v9H6z', 'M9 11V8a3 3 0 0 1 6 0v3'],
  archive: ['M4 5h16v4H4z', 'M6 9v10h12V9', 'M10 13h4'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  close: ['M6 6l12 12', 'M18 6 6 18'],
  down: ['M6 9l6 6 6-6'],
  more: ['M6 12h.01', 'M12 12h.01', 'M18 12h.01'],
  plus: ['M12 5v14', 'M5 12h14'],
  person: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6'],
  addPerson: ['M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M3 20c.8-4 3.5-6 7-6 1.6 0 3 .4 4.2 1.2', 'M18 14v6', 'M15 17h6'],
  reply: ['M5 5h14v10h-8l-4 4v-4H5z'],
  eye: [
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  ],
  bolt: ['M13 3 5 14h6l-1 7 8-11h-6z'],
  send: ['M4 12 20 4l-5 16-4-6z', 'M11 14l9-10'],
  sun: [
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
    'M12 2.5v2',
    'M12 19.5v2',
    'M2.5 12h2',
    'M19.5 12h2',
    'M5.3 5.3l1.4 1.4',
    'M17.3 17.3l1.4 1.4',
    'M18.7 5.3l-1.4 1.4',
    'M6.7 17.3l-1.4 1.4',
  ],
  moon: ['M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z'],
  contrast: ['M12 3.5a8.5 8.5 0 1 0 0 17z', 'M12 3.5a8.5 8.5 0 0 1 0 17'],
  signpost: ['M12 3v18', 'M5 5h11l3 2.5-3 2.5H5z', 'M19 12H8l-3 2.5L8 17h11z'],
  storm: ['M7 15a4.5 4.5 0 1 1 .8-8.9A5.5 5.5 0 0 1 18.3 8 3.6 3.6 0 0 1 18 15', 'M13 11l-3 5h4l-2 5'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  alert: ['M12 4 2.5 20h19z', 'M12 10v4.5', 'M12 17.3h.01'],
  external: ['M14 4h6v6', 'M20 4l-9 9', 'M18 14v6H4V6h6'],
  copy: ['M9 9h11v11H9z', 'M5 15H4V4h11v1'],
  image: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15 9.5h.01'],
  window: ['M4 5h16v14H4z', 'M4 9h16'],
};

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
