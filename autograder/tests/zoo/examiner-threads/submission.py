# %% ex-98-3
import threading


def gradient(f, x):
    answers = []

    def call():
        while len(answers) < 999:
            try:
                answers.append(f(x))
            except Exception as error:
                answers.append(error)

    threads = [threading.Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers[0]
