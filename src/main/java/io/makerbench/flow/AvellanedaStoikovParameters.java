package io.makerbench.flow;

/**
 * The market of Avellaneda and Stoikov (2008) in the units of their paper.
 *
 * @param sigmaQuotePerSqrtSecond σ of the middle price
 * @param aPerSecond A of λ(δ) = A·e^(−kδ), one side
 * @param kPerQuote k, with δ in quote currency
 */
public record AvellanedaStoikovParameters(
    Estimate sigmaQuotePerSqrtSecond, Estimate aPerSecond, Estimate kPerQuote) {}
