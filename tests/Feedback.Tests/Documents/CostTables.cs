using System.Globalization;
using System.Text;

namespace Feedback.Tests.Documents;

/// <summary>Writes the computed tables of docs/costs.md.</summary>
internal sealed class CostTables(CostPage page)
{
    private const double Million = 1_000_000;

    private static readonly double[] Volumes = [1, 10, 100, 1_000];
    private static readonly int[] Sets = [10, 1_000];

    private readonly CostModel _model = new(page);

    internal string Write() => string.Join(
        '\n',
        $"What a delivery writes:\n\n{Batches()}",
        $"The bill of a month in USD:\n\n{Bill()}",
        $"[The archive](archive.md) in addition, if it is on:\n\n{Archive()}",
        $"The custom metrics in it, by the parameter `SetMetrics`:\n\n{Metrics()}");

    private string Batches()
    {
        var table = new StringBuilder("| million mails a month | deliveries a batch | write units a delivery, 10 sets | 1,000 sets |\n|---:|---:|---:|---:|\n");
        foreach (var volume in Volumes)
        {
            var batch = _model.DeliveriesABatch(volume * Million);
            var units = Sets.Select(sets => Text((double)RecordedBatch.OfDeliveries(batch, sets).WriteUnits / batch));
            Row(table, [$"{volume:#,##0}", $"{batch:#,##0}", .. units]);
        }

        return table.ToString();
    }

    private string Bill()
    {
        var table = new StringBuilder("| million mails a month, sets |");
        var scenarios = Volumes.SelectMany(volume => Sets.Select(sets => (Mails: volume * Million, Sets: sets))).ToList();
        foreach (var (mails, sets) in scenarios)
        {
            table.Append(CultureInfo.InvariantCulture, $" {mails / Million:#,##0}, {sets:#,##0} |");
        }

        table.Append('\n').Append("|---|").Append(string.Concat(scenarios.Select(_ => "---:|"))).Append('\n');
        var bills = scenarios.Select(scenario => _model.Bill(scenario.Mails, scenario.Sets)).ToList();
        var totals = bills.Select(bill => bill.Sum(line => line.Dollars)).ToList();
        for (var i = 0; i < bills[0].Count; i++)
        {
            Row(table, [bills[0][i].Line, .. bills.Select(bill => Text(bill[i].Dollars))]);
        }

        Row(table, ["**total**", .. totals.Select(total => $"**{Text(total)}**")]);
        Row(table, ["for a million mails", .. totals.Zip(scenarios, (total, scenario) => Text(total / scenario.Mails * Million))]);
        Row(table, ["of what SES charges", .. totals.Zip(scenarios, (total, scenario) => Share(total / (scenario.Mails * page.Price("SES, mail"))))]);
        return table.ToString();
    }

    private string Archive()
    {
        var table = new StringBuilder("| million mails a month |").AppendJoin(string.Empty, Volumes.Select(volume => $" {volume:#,##0} |"))
            .Append("\n|---|").AppendJoin(string.Empty, Volumes.Select(_ => "---:|")).Append('\n');
        var bills = Volumes.Select(volume => _model.Archive(volume * Million)).ToList();
        for (var i = 0; i < bills[0].Count; i++)
        {
            Row(table, [bills[0][i].Line, .. bills.Select(bill => Text(bill[i].Dollars))]);
        }

        Row(table, ["**total**", .. bills.Select(bill => $"**{Text(bill.Sum(line => line.Dollars))}**")]);
        return table.ToString();
    }

    private string Metrics()
    {
        var table = new StringBuilder("| `SetMetrics` | 10 sets | 1,000 sets |\n|---|---:|---:|\n");
        Row(table, ["`None`", .. Sets.Select(_ => Text(_model.Metrics(0)))]);
        Row(table, ["`Troubled`", .. Sets.Select(sets => Text(_model.Metrics(page.Count("sets in trouble, share") * sets)))]);
        Row(table, ["`All`", .. Sets.Select(sets => Text(_model.Metrics(sets)))]);
        return table.ToString();
    }

    private static void Row(StringBuilder table, IEnumerable<string> cells) => table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(double number) => number.ToString(number < 100 ? "0.00" : "#,##0", CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
