// Asks Feedback's suppression list whether mail may be sent. Needs nothing but a DynamoDB client of the AWS SDK for JavaScript.
import { isIPv4, isIPv6 } from "node:net";

const notInLocalPart = /[ \t()<>[\]:;@\\,"]/;
const white = "[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const whiteStart = new RegExp(`^${white}`);
const whiteEnd = new RegExp(`${white}$`);
const notInDomain = /[ <>()[\]\\,;:"'@]/;

/** Returns the key of the table for an address in any spelling; throws for what is none. */
export function key(address) {
  const bare = bareAddress(address);
  const at = bare.lastIndexOf("@");
  if (at <= 0 || bare.length > 320) throw new Error("is no e-mail address");
  if (/[\p{Cc}\p{Cs}\ufffd]/u.test(bare)) throw new Error("contains a control character or a lone surrogate");
  const local = bare.slice(0, at).replace(whiteEnd, "");
  const quoted = local.length > 1 && local.startsWith('"') && local.endsWith('"');
  const valid = quoted ? /^"(?:[^"\\]|\\[^])*"$/.test(local) : local !== "" && !notInLocalPart.test(local);
  if (!valid) throw new Error("has no valid local part");
  const result = `${lower(local)}@${domainOf(bare.slice(at + 1).replace(whiteStart, ""))}`;
  if (result.length > 320) throw new Error("is too long");
  return result;
}

/**
 * Returns { maySend, reason, scope } for an item in DynamoDB's form, or for undefined if there is none.
 * scope is the configuration set that sends, "*" for mail without one; now is in seconds since 1970.
 */
export function answer(item, scope, now) {
  if (!item || ended(item.ExpiresAt, now)) return { maySend: true };
  const scopes = item.Scopes?.M;
  if (!scopes) return { maySend: false, reason: "Unreadable", scope: "*" };
  if (item.Allow?.M && !ended(item.Allow.M.Until, now)) return { maySend: true, reason: "Allowed" };
  for (const name of new Set(["*", scope])) {
    for (const [reason, cause] of Object.entries(scopes[name]?.M ?? {})) {
      if (!ended(cause.M?.Until, now)) return { maySend: false, reason, scope: name };
    }
  }
  return { maySend: true };
}

/**
 * Returns a Map from each address to whether mail may be sent: false for an invalid address. Rejects if the table doesn't answer, which is
 * never a yes. batchGet sends one request: input => client.send(new BatchGetItemCommand(input)).
 */
export async function check(batchGet, table, addresses, scope = "*", attempts = 8) {
  const keys = new Map(addresses.map((address) => [address, keyOrUndefined(address)]));
  const wanted = [...new Set(keys.values())].filter((one) => one !== undefined);
  const items = new Map();
  for (let first = 0; first < wanted.length; first += 100) {
    let left = { [table]: { Keys: wanted.slice(first, first + 100).map((one) => ({ Address: { S: one } })) } };
    for (let attempt = 0; Object.keys(left).length > 0; attempt++) {
      if (attempt === attempts) throw new Error("the suppression table left keys unprocessed");
      if (attempt > 0) await new Promise((done) => setTimeout(done, Math.min(2000, 50 * 2 ** attempt)));
      const response = await batchGet({ RequestItems: left });
      for (const item of response.Responses?.[table] ?? []) items.set(item.Address.S, item);
      left = response.UnprocessedKeys ?? {};
    }
  }
  const now = Date.now() / 1000;
  return new Map([...keys].map(([address, one]) => [address, one !== undefined && answer(items.get(one), scope, now).maySend]));
}

function keyOrUndefined(address) {
  try {
    return key(address);
  } catch {
    return undefined;
  }
}

function bareAddress(text) {
  text = trim(text).replace(/[ \t;,]+$/, "");
  if (text.endsWith(")")) {
    for (let start = text.length - 1, depth = 0; start >= 0; start--) {
      depth += text[start] === ")" ? 1 : text[start] === "(" ? -1 : 0;
      if (depth === 0) {
        text = text.slice(0, start).replace(whiteEnd, "");
        break;
      }
    }
  }
  if (text.endsWith(">") && text.includes("<")) text = trim(text.slice(text.lastIndexOf("<") + 1, -1));
  if (text.length > 2 && text.startsWith("'") && text.endsWith("'")) text = trim(text.slice(1, -1));
  const prefix = /^(?:rfc822;|mailto:)/i.exec(text);
  return prefix ? trim(text.slice(prefix[0].length)) : text;
}

function trim(text) {
  return text.replace(whiteStart, "").replace(whiteEnd, "");
}

// Lower case, each character by itself: no platform may make two characters of one.
function lower(text) {
  return Array.from(text, (c) => ([...c.toLowerCase()].length === 1 ? c.toLowerCase() : c)).join("");
}

function domainOf(text) {
  if (text.length > 1 && text.startsWith("[") && text.endsWith("]")) return literal(text.slice(1, -1));
  let domain = lower(
    text
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
      .replace(/[\u3002\uff61]/g, ".")
      .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xff01 + 0x21)),
  );
  if (!isAscii(domain)) domain = domain.split(".").map(label).join(".");
  domain = domain.replace(/\.+$/, "");
  if (domain === "" || notInDomain.test(domain)) throw new Error("has no valid domain");
  return domain;
}

function label(text, index, all) {
  let result = text;
  if (!isAscii(text)) {
    if (text.startsWith("xn--") || /[\u0300-\u036f\u1100-\u11ff\u3099\u309a]/.test(text)) throw new Error("has no valid domain");
    result = `xn--${punycode(text)}`;
  }
  if (result.length > 63 || (result === "" && index < all.length - 1)) throw new Error("has no valid domain");
  return result;
}

function literal(host) {
  if (/^ipv6:/i.test(host)) {
    const address = host.slice(5);
    if (!isIPv6(address) || address.includes("%")) throw new Error("has no valid domain");
    return `[ipv6:${new URL(`http://[${address}]/`).hostname.slice(1, -1)}]`;
  }
  if (!isIPv4(host)) throw new Error("has no valid domain");
  return `[${host}]`;
}

function isAscii(text) {
  return !/[^\u0000-\u007f]/.test(text);
}

// RFC 3492
function punycode(text) {
  const points = Array.from(text, (c) => c.codePointAt(0));
  let output = points.filter((c) => c < 128).map((c) => String.fromCharCode(c)).join("");
  const basic = output.length;
  let [handled, next, delta, bias] = [basic, 128, 0, 72];
  if (basic > 0) output += "-";
  while (handled < points.length) {
    const smallest = Math.min(...points.filter((c) => c >= next));
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const c of points) {
      if (c < next) delta++;
      if (c !== next) continue;
      let q = delta;
      for (let k = 36; ; k += 36) {
        const t = Math.min(26, Math.max(1, k - bias));
        if (q < t) break;
        output += digit(t + ((q - t) % (36 - t)));
        q = Math.floor((q - t) / (36 - t));
      }
      output += digit(q);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    next++;
  }
  return output;
}

function digit(value) {
  return "abcdefghijklmnopqrstuvwxyz0123456789"[value];
}

function adapt(delta, count, isFirst) {
  delta = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2);
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
  return k + Math.floor((36 * delta) / (delta + 38));
}

function ended(attribute, now) {
  return /^\d+$/.test(attribute?.N ?? "") && Number(attribute.N) <= now;
}
