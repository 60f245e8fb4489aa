using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Feedback.Local.Http;

/// <summary>Kestrel on a port of 127.0.0.1 or another address, without ASP.NET Core's configuration files, logging and routing.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application) => _application = application;

    public Uri Endpoint
    {
        get
        {
            var bound = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            return ListeningOn.Reach(new IPEndPoint(IPAddress.Parse(bound.Host), bound.Port));
        }
    }

    /// <param name="handler">Answers each request.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="address">The address to listen on; by default 127.0.0.1.</param>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate handler, int port = 0, IPAddress? address = null)
    {
        address ??= IPAddress.Loopback;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://{address}:{port}").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<IHostLifetime, CallersLifetime>();

        // A client that still waits when the server stops was killed or will never get an answer.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));

        var built = builder.Build();
        built.Run(handler);
        try
        {
            await built.StartAsync();
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await built.DisposeAsync();
            throw error.InnerException is AddressInUseException
                ? LocalException.PortInUse(new IPEndPoint(address, port), error)
                : new LocalException($"Port {port} of {address} can't be listened on: {error.Message}", error);
        }

        return new LoopbackServer(built);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
