namespace Feedback.Tests.Local;

/// <summary>Gets one invocation at a time from a Runtime API and posts the handler's result.</summary>
internal sealed class RuntimeLoop(HttpClient http, Uri runtimeApi)
{
    public async Task OneAsync(Func<string, Task<string>> handler)
    {
        using var next = await http.GetAsync(new Uri(runtimeApi, "invocation/next"));
        var requestId = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        try
        {
            var response = await handler(await next.Content.ReadAsStringAsync());
            await PostAsync($"invocation/{requestId}/response", response);
        }
        catch (InvalidOperationException error)
        {
            await PostAsync($"invocation/{requestId}/error", $$"""{"errorType":"{{error.GetType().Name}}","errorMessage":"{{error.Message}}"}""");
        }
    }

    public async Task<int> PostAsync(string path, string json)
    {
        using var body = new StringContent(json);
        using var response = await http.PostAsync(new Uri(runtimeApi, path), body);
        return (int)response.StatusCode;
    }
}
