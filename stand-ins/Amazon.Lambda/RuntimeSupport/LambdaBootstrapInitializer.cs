namespace Amazon.Lambda.RuntimeSupport;

/// <returns>False to end without serving any invocation.</returns>
public delegate Task<bool> LambdaBootstrapInitializer();
