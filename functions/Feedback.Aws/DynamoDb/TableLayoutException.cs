using System.Globalization;

namespace Feedback.Aws.DynamoDb;

/// <summary>The reputation table was written in a layout that this version doesn't read.</summary>
internal sealed class TableLayoutException(string table, long layout) : InvalidOperationException(string.Create(
    CultureInfo.InvariantCulture,
    $"Table {table} has layout {layout}, and this version of Feedback needs layout {TableLayout.Current}. Nothing was read or counted. "
    + $"Deploy this version as a new stack, or go back to the version that wrote the table; see \"Upgrading\" in docs/operations.md."));
