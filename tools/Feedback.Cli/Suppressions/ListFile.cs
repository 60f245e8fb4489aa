using System.Text.Json;
using Feedback.Cli.Composition;
using Feedback.Cli.Output;
using Microsoft.VisualBasic.FileIO;

namespace Feedback.Cli.Suppressions;

/// <summary>
/// Reads a list line by line: CSV with a header that names the columns, CSV of addresses and reasons without one, or JSON with an object on
/// each line. Compressed files too. Holds one line at a time.
/// </summary>
internal sealed class ListFile(string path, ListLines lines)
{
    /// <summary>The program that wrote the list, once its first line is read.</summary>
    public string Source { get; private set; } = "list";

    /// <exception cref="UsageException">The file can't be read, or is no list.</exception>
    public IEnumerable<ListLine> Read()
    {
        using var reader = TextFile.Open(path);
        using var all = (IsJson(reader) ? ReadJson(reader) : ReadCsv(reader)).GetEnumerator();
        while (Next(all))
        {
            yield return all.Current;
        }
    }

    private bool Next(IEnumerator<ListLine> all)
    {
        try
        {
            return all.MoveNext();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw TextFile.Unreadable(path, exception);
        }
    }

    private static bool IsJson(StreamReader reader)
    {
        while (reader.Peek() is var next && next >= 0 && char.IsWhiteSpace((char)next))
        {
            _ = reader.Read();
        }

        return reader.Peek() == '{';
    }

    private IEnumerable<ListLine> ReadJson(StreamReader reader)
    {
        long number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadJson(number, line);
            }
        }
    }

    private ListLine ReadJson(long number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new ListLine.Bad(number, "it is no JSON object.");
            }

            if (json.RootElement.TryGetProperty("causes", out _))
            {
                Source = ListColumns.Feedback;
                return ListLines.Read(number, json.RootElement.Deserialize(CliJson.Lines.EntryDocument)!);
            }

            var fields = json.RootElement.EnumerateObject().ToList();
            if (ListColumns.Of(fields.Select(field => field.Name)) is not { } columns)
            {
                return new ListLine.Bad(number, "it has no address.");
            }

            Source = columns.Source;
            return lines.Read(number, columns, [.. fields.Select(field => $"{field.Value}")]);
        }
        catch (JsonException)
        {
            return new ListLine.Bad(number, "it is no JSON object, or not one of this list.");
        }
    }

    private IEnumerable<ListLine> ReadCsv(StreamReader reader)
    {
        using var csv = new TextFieldParser(reader) { Delimiters = [","], TrimWhiteSpace = false, HasFieldsEnclosedInQuotes = true };
        ListColumns? columns = null;
        while (!csv.EndOfData)
        {
            var number = csv.LineNumber;
            var fields = ReadFields(csv);
            if (fields is null)
            {
                yield return new ListLine.Bad(number, "its quotes are not closed.");
            }
            else if (columns is not null)
            {
                yield return lines.Read(number, columns, fields);
            }
            else
            {
                columns = ListColumns.Of(fields) ?? (fields[0].Contains('@') ? ListColumns.WithoutHeader : throw NoList(fields));
                Source = columns.Source;
                if (columns == ListColumns.WithoutHeader)
                {
                    yield return lines.Read(number, columns, fields);
                }
            }
        }
    }

    private static string[]? ReadFields(TextFieldParser csv)
    {
        try
        {
            return csv.ReadFields() ?? [];
        }
        catch (MalformedLineException)
        {
            return null;
        }
    }

    private UsageException NoList(string[] fields)
    {
        const int Shown = 5;
        var names = string.Join(", ", fields.Take(Shown).Select(field => $"'{new string([.. field.Where(c => !char.IsControl(c)).Take(20)])}'"));
        return new UsageException(
            $"{path} is no list of addresses: none of its columns {names} is called email, email_address or address.",
            "Expected is CSV with a header, CSV of ADDRESS,REASON without one, or a JSON object on each line (docs/suppression.md).");
    }
}
