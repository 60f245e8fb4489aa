const number = new Intl.NumberFormat('en-US');

export const count = (value) => number.format(value);

export const counted = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

// As in Feedback's tables: never rounded up to a threshold that is not reached.
export function percent(fraction) {
  const digits = fraction >= 0.01 ? 100 : 10000;
  return `${Math.floor(Number((fraction * 100 * digits).toFixed(6))) / digits}%`;
}

export const time = (text) => `${new Date(text).toISOString().slice(0, 16).replace('T', ' ')}`;

export function duration(milliseconds) {
  const minutes = Math.round(milliseconds / 60000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${rest} min` : `${rest} min`;
}

// Such as PausedByOperator: "paused by operator".
export const spaced = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
