"""Asks Feedback's suppression list whether mail may be sent. Needs nothing but a DynamoDB client, such as boto3.client("dynamodb")."""

import ipaddress
import re
import time
import unicodedata

NOT_IN_LOCAL_PART = set(' \t()<>[]:;@\\,"')
NOT_IN_DOMAIN = set(" <>()[]\\,;:\"'@")
WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
INVISIBLE = set("\u00ad\u200b\u2060\ufeff")


def key(address):
    """Returns the key of the table for an address in any spelling; raises ValueError for what is none."""
    bare = _bare(address)
    local, at, domain = bare.rpartition("@")
    if not at or not local or len(bare.encode("utf-16-le")) > 640:
        raise ValueError("is no e-mail address")
    if any(unicodedata.category(c) in ("Cc", "Cs") or c == "\ufffd" for c in bare):
        raise ValueError("contains a control character or a lone surrogate")
    local = local.rstrip(WHITE)
    quoted = len(local) > 1 and local[0] == local[-1] == '"'
    if not (re.fullmatch(r'"(?:[^"\\]|\\.)*"', local, re.S) if quoted else local and not NOT_IN_LOCAL_PART & set(local)):
        raise ValueError("has no valid local part")
    result = _lower(local) + "@" + _domain(domain.lstrip(WHITE))
    if len(result.encode("utf-16-le")) > 640:
        raise ValueError("is too long")
    return result


def answer(item, scope, now):
    """Returns (may_send, reason, scope) for an item in DynamoDB's form, or None if there is none.

    scope is the configuration set that sends, "*" for mail without one; now is in seconds since 1970.
    """
    if item is None or _ended(item, "ExpiresAt", now):
        return True, None, None
    scopes = item.get("Scopes", {}).get("M")
    if scopes is None:
        return False, "Unreadable", "*"
    allow = item.get("Allow", {}).get("M")
    if allow is not None and not _ended(allow, "Until", now):
        return True, "Allowed", None
    for name in dict.fromkeys(("*", scope)):
        for reason, cause in scopes.get(name, {}).get("M", {}).items():
            if not _ended(cause.get("M", {}), "Until", now):
                return False, reason, name
    return True, None, None


def check(dynamodb, table, addresses, scope="*", attempts=8):
    """Returns {address: may_send}. False for an invalid address. Raises if the table doesn't answer: that is never a yes."""
    keys = {}
    for address in addresses:
        try:
            keys[address] = key(address)
        except ValueError:
            keys[address] = None
    items = {}
    wanted = [one for one in dict.fromkeys(keys.values()) if one is not None]
    for first in range(0, len(wanted), 100):
        left = {table: {"Keys": [{"Address": {"S": one}} for one in wanted[first : first + 100]]}}
        for attempt in range(attempts):
            if attempt:
                time.sleep(min(2.0, 0.05 * 2**attempt))
            response = dynamodb.batch_get_item(RequestItems=left)
            for item in response["Responses"].get(table, []):
                items[item["Address"]["S"]] = item
            left = response.get("UnprocessedKeys")
            if not left:
                break
        else:
            raise TimeoutError("the suppression table left keys unprocessed")
    now = time.time()
    return {address: one is not None and answer(items.get(one), scope, now)[0] for address, one in keys.items()}


def _bare(text):
    text = text.strip(WHITE).rstrip(" \t;,")
    if text.endswith(")"):
        depth = 0
        for start in range(len(text) - 1, -1, -1):
            depth += {")": 1, "(": -1}.get(text[start], 0)
            if depth == 0:
                text = text[:start].rstrip(WHITE)
                break
    if text.endswith(">") and "<" in text:
        text = text[text.rindex("<") + 1 : -1].strip(WHITE)
    if len(text) > 2 and text[0] == text[-1] == "'":
        text = text[1:-1].strip(WHITE)
    for prefix in ("rfc822;", "mailto:"):
        if text[: len(prefix)].lower() == prefix:
            return text[len(prefix) :].strip(WHITE)
    return text


def _lower(text):
    """Lower case, each character by itself: no platform may make two characters of one."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _domain(text):
    if len(text) > 1 and text[0] == "[" and text[-1] == "]":
        return _literal(text[1:-1])
    text = "".join(
        chr(ord(c) - 0xFF01 + 0x21) if "\uff01" <= c <= "\uff5e" else "." if c in "\u3002\uff61" else c
        for c in text
        if c not in INVISIBLE
    )
    domain = _lower(text)
    if not domain.isascii():
        labels = domain.split(".")
        domain = ".".join(_label(label, n == len(labels) - 1) for n, label in enumerate(labels))
    domain = domain.rstrip(".")
    if not domain or NOT_IN_DOMAIN & set(domain):
        raise ValueError("has no valid domain")
    return domain


def _label(label, is_last):
    if not label.isascii():
        if label.startswith("xn--") or re.search("[\u0300-\u036f\u1100-\u11ff\u3099\u309a]", label):
            raise ValueError("has no valid domain")
        label = "xn--" + label.encode("punycode").decode("ascii")
    if len(label) > 63 or not label and not is_last:
        raise ValueError("has no valid domain")
    return label


def _literal(host):
    try:
        if host[:5].lower() == "ipv6:":
            if "%" in host or "/" in host:
                raise ValueError
            return f"[ipv6:{ipaddress.IPv6Address(host[5:])}]"
        return f"[{ipaddress.IPv4Address(host)}]"
    except ValueError:
        raise ValueError("has no valid domain") from None


def _ended(attributes, name, now):
    text = attributes.get(name, {}).get("N", "")
    return text.isdigit() and int(text) <= now
