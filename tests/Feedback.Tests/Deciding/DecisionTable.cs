namespace Feedback.Tests.Deciding;

/// <summary>
/// What Feedback does about counts, in one look. Mail is counted in <c>window</c> (and the longer ones); <c>clean</c> deliveries are three
/// days old; <c>missing</c> deliveries may not be counted yet; <c>former</c> is the level before, or how far a pause has got.
/// </summary>
internal static class DecisionTable
{
    private const string Table = """
        attempts | deliveries | bounces | complaints | window |     clean | missing | who          | mode     | former   -> level    | action
        # nothing, or too little, to judge
               0 |          0 |       0 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
           10000 |      10000 |       0 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
               5 |          5 |       0 |          1 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
               9 |          0 |       9 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
              10 |          0 |      10 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
              50 |         41 |       9 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
              50 |         40 |      10 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
               3 |          3 |       0 |          3 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
             100 |        100 |       0 |          3 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
             100 |        100 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
        # bounces below a representative volume: certain or not
             137 |        127 |      10 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
             138 |        128 |      10 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
             273 |        263 |      10 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
             274 |        264 |      10 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
             100 |         60 |      40 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
             999 |        971 |      28 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
             999 |        970 |      29 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
             999 |        959 |      40 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
             999 |        947 |      52 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
             999 |        946 |      53 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
        # bounces from a representative volume on: the plain rate
            1000 |        981 |      19 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
            1000 |        980 |      20 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            1000 |        961 |      39 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
           10000 |       9601 |     399 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
           10000 |       9600 |     400 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
           10000 |       5000 |       0 |          0 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
        # complaints, over deliveries, below a representative volume: certain or not
            1000 |       1000 |       0 |          3 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
            1000 |       1000 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
            1945 |       1945 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
            1946 |       1946 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            3889 |       3889 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            3890 |       3890 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
            7499 |       7499 |       0 |          6 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
            7499 |       7499 |       0 |          7 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            7499 |       7499 |       0 |         10 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            7499 |       7499 |       0 |         11 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
        # complaints from a representative volume on: the plain rate
            7500 |       7500 |       0 |          3 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
            7500 |       7500 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            7500 |       7500 |       0 |          5 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            7500 |       7500 |       0 |          6 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
           10000 |      10000 |       0 |          3 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
           10000 |      10000 |       0 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
           10000 |      10000 |       0 |          7 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
           10000 |      10000 |       0 |          8 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
           20000 |      10000 |       0 |          8 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
        # the worse of the two signals
           10000 |       9800 |     200 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
           10000 |       9800 |     200 |          8 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
           10000 |       9600 |     400 |          4 |     1h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
        # the worst window
            1000 |        960 |      40 |          0 |    24h |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
            1000 |        960 |      40 |          0 |     7d |         0 |       0 | set          | Enforce  | Normal   -> Critical | Pause
            1000 |        960 |      40 |          0 |     1h |   1000000 |       0 | set          | Enforce  | Normal   -> Critical | Pause
            1000 |        960 |      40 |          0 |    24h |   1000000 |       0 | set          | Enforce  | Normal   -> Critical | Pause
            1000 |        960 |      40 |          0 |     7d |      1000 |       0 | set          | Enforce  | Normal   -> Warning  | Warning
            1000 |        960 |      40 |          0 |     7d |      1001 |       0 | set          | Enforce  | Normal   -> Normal   | Nothing
             100 |        100 |       0 |          4 |    24h |   1000000 |       0 | set          | Enforce  | Normal   -> Critical | Pause
        # modes
            1000 |        980 |      20 |          0 |     1h |         0 |       0 | set          | Observe  | Normal   -> Warning  | Warning
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Observe  | Normal   -> Critical | Critical
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Observe  | Warning  -> Critical | Critical
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Observe  | Critical -> Critical | Nothing
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Off      | Normal   -> Normal   | Nothing
            1000 |       1000 |       0 |          0 |     1h |         0 |       0 | set          | Off      | Critical -> Critical | Nothing
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Off      | Held     -> Critical | Nothing
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Enforce  | Critical -> Critical | Pause
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Observe  | Held     -> Critical | Critical
        # a level is left below 90 % of its threshold only
           10000 |       9640 |     360 |          0 |     1h |         0 |       0 | set          | Observe  | Critical -> Critical | Nothing
           10000 |       9641 |     359 |          0 |     1h |         0 |       0 | set          | Observe  | Critical -> Warning  | Warning
           10000 |       9820 |     180 |          0 |     1h |         0 |       0 | set          | Observe  | Critical -> Warning  | Warning
           10000 |       9821 |     179 |          0 |     1h |         0 |       0 | set          | Observe  | Critical -> Normal   | Recovered
           10000 |       9800 |     200 |          0 |     1h |         0 |       0 | set          | Enforce  | Warning  -> Warning  | Nothing
           10000 |       9820 |     180 |          0 |     1h |         0 |       0 | set          | Enforce  | Warning  -> Warning  | Nothing
           10000 |       9821 |     179 |          0 |     1h |         0 |       0 | set          | Enforce  | Warning  -> Normal   | Recovered
           10000 |       9600 |     400 |          0 |     1h |         0 |       0 | set          | Enforce  | Warning  -> Critical | Pause
           10000 |       9620 |     380 |          0 |     1h |         0 |       0 | set          | Enforce  | Critical -> Critical | Nothing
          100000 |     100000 |       0 |         72 |     1h |         0 |       0 | set          | Observe  | Critical -> Critical | Nothing
          100000 |     100000 |       0 |         71 |     1h |         0 |       0 | set          | Observe  | Critical -> Warning  | Warning
          100000 |     100000 |       0 |         36 |     1h |         0 |       0 | set          | Enforce  | Warning  -> Warning  | Nothing
          100000 |     100000 |       0 |         35 |     1h |         0 |       0 | set          | Enforce  | Warning  -> Normal   | Recovered
             100 |         96 |       4 |          0 |     1h |         0 |       0 | set          | Observe  | Critical -> Normal   | Recovered
               0 |          0 |       0 |          0 |     1h |         0 |       0 | set          | Enforce  | Warning  -> Normal   | Recovered
        # deliveries that wait to be counted
            1000 |        960 |      40 |          0 |     1h |         0 |       1 | set          | Enforce  | Normal   -> Normal   | Hold
            1000 |        950 |      50 |          0 |     1h |         0 |     250 | set          | Enforce  | Normal   -> Critical | Pause
            1000 |        950 |      50 |          0 |     1h |         0 |     251 | set          | Enforce  | Normal   -> Normal   | Hold
              40 |          0 |      40 |          0 |     1h |         0 |   10000 | set          | Enforce  | Normal   -> Normal   | Hold
              10 |          0 |      10 |          0 |     1h |         0 |     127 | set          | Enforce  | Normal   -> Critical | Pause
              10 |          0 |      10 |          0 |     1h |         0 |     128 | set          | Enforce  | Normal   -> Normal   | Hold
            1000 |        950 |      50 |          0 |     1h |         0 |     250 | set          | Observe  | Normal   -> Critical | Critical
            1000 |        950 |      50 |          0 |     1h |         0 |     251 | set          | Observe  | Normal   -> Normal   | Hold
            1000 |        950 |      50 |          0 |     1h |         0 |     251 | set          | Observe  | Held     -> Critical | Hold
            1000 |        950 |      50 |          0 |     1h |         0 |     250 | set          | Observe  | Held     -> Critical | Critical
            1000 |        950 |      50 |          0 |     1h |         0 |     251 | set          | Observe  | Critical -> Critical | Nothing
            1000 |        950 |      50 |          0 |     1h |         0 |     251 | account      | Enforce  | Normal   -> Normal   | Hold
            1000 |        950 |      50 |          0 |     1h |         0 |     251 | unattributed | Enforce  | Normal   -> Normal   | Hold
            1000 |        950 |      50 |          0 |     1h |         0 |     251 | set          | Enforce  | Held     -> Critical | Hold
            1000 |        950 |      50 |          0 |     1h |         0 |     250 | set          | Enforce  | Held     -> Critical | Pause
            1000 |        964 |      36 |          0 |     1h |         0 |       0 | set          | Enforce  | Held     -> Warning  | Warning
            1000 |        965 |      35 |          0 |     1h |         0 |       0 | set          | Enforce  | Held     -> Warning  | Warning
            1000 |        970 |      30 |          0 |     1h |         0 |       0 | set          | Enforce  | Held     -> Warning  | Warning
           10000 |       9990 |      10 |          0 |     1h |         0 |       0 | set          | Enforce  | Held     -> Normal   | Recovered
        # whom there is nothing to pause of
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | account      | Enforce  | Normal   -> Critical | Critical
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | account      | Enforce  | Critical -> Critical | Nothing
            1000 |        980 |      20 |          0 |     1h |         0 |       0 | account      | Enforce  | Normal   -> Warning  | Warning
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | unattributed | Enforce  | Normal   -> Critical | Critical
            1000 |       1000 |       0 |          0 |     1h |         0 |       0 | unattributed | Enforce  | Critical -> Normal   | Recovered
        # decided already
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Enforce  | Pausing  -> Critical | Nothing
            1000 |        960 |      40 |          0 |     1h |         0 |       0 | set          | Enforce  | Paused   -> Critical | Nothing
            1000 |       1000 |       0 |          0 |     1h |         0 |       0 | set          | Enforce  | Paused   -> Critical | Nothing
        """;

    internal static IEnumerable<string> Rows => Table.Split('\n').Skip(1).Where(line => !line.StartsWith('#'));
}
