using System;
using System.Collections.Generic;
using System.Linq;

namespace Feedback.Suppression;

/// <summary>The rule that says whether an address may be written to. Shared, as source, with the library of senders.</summary>
internal static class SuppressionRule
{
    /// <summary>The scope of all mail.</summary>
    internal const string Everywhere = "*";

    /// <summary>
    /// Returns the ground that suppresses mail of a scope; null if there is none. Of several it is the one that lasts longest, and among
    /// those the one that holds everywhere.
    /// </summary>
    /// <param name="grounds">All that the table says about the address.</param>
    /// <param name="scope">The configuration set that sends; <c>*</c> for mail without a set, to which no set's grounds apply.</param>
    /// <param name="now">The time at which the mail would be sent.</param>
    internal static SuppressionGround? Deciding(IEnumerable<SuppressionGround> grounds, string scope, DateTimeOffset now) => grounds
        .Where(ground => (ground.Scope == Everywhere || ground.Scope == scope) && !(ground.Until <= now))
        .OrderByDescending(ground => ground.Until ?? DateTimeOffset.MaxValue)
        .ThenByDescending(ground => ground.Scope == Everywhere)
        .ThenBy(ground => ground.Reason, StringComparer.Ordinal)
        .Select(ground => (SuppressionGround?)ground)
        .FirstOrDefault();
}
