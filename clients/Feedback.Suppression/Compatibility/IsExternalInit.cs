namespace System.Runtime.CompilerServices;

/// <summary>The compiler marks the properties of records with it; .NET Standard 2.0 lacks it.</summary>
internal static class IsExternalInit;
